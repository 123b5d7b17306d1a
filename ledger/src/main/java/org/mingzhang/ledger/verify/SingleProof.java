package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.ledger.proof.CarriedSuccessions;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.GrowthProof;
import org.mingzhang.ledger.proof.KeyChain;
import org.mingzhang.ledger.proof.KeySuccession;
import org.mingzhang.ledger.proof.TlogProof;
import org.mingzhang.ledger.proof.VerifierKey;

/** A proof in a file of its own: of one event, or of the growth of the log. */
final class SingleProof {
    /** An event with its proof. */
    private static final int LONGEST = 16 << 20;

    private static final String WHICH = "the checkpoint of the proof";

    private final Path path;
    private final VerifierKey trusted;

    SingleProof(Path path, Optional<VerifierKey> trusted) {
        this.path = path;
        this.trusted =
                trusted.orElseThrow(() -> new WrongCall("a proof does not bring a key; give the office's with --key"));
    }

    static boolean isOne(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            String begin = new String(in.readNBytes(TlogProof.FIRST_LINE.length()), StandardCharsets.ISO_8859_1);
            return Stream.of(TlogProof.FIRST_LINE, GrowthProof.FIRST_WORD, CarriedSuccessions.FIRST_WORD)
                    .anyMatch(begin::startsWith);
        }
    }

    String verify(List<Path> older) throws IOException {
        String text = SmallFile.text(path, LONGEST);
        return text.startsWith(TlogProof.FIRST_LINE) ? event(text, older) : growth(text, older);
    }

    private String event(String text, List<Path> older) {
        if (!older.isEmpty()) {
            throw new WrongCall("the proof of one event is not compared with an older checkpoint;"
                    + " the proof of growth and the bundle are");
        }
        TlogProof proof = TlogProof.read(text);
        int end = proof.extra().indexOf('\n');
        String event = end < 0 ? proof.extra() : proof.extra().substring(0, end);
        Signatures keys = keys(end < 0 ? "" : proof.extra().substring(end + 1));
        return ProofCheck.event(event, proof, keys.checkpoint(proof.note(), WHICH)) + keys.words();
    }

    private String growth(String text, List<Path> olderPaths) throws IOException {
        CarriedSuccessions carried = CarriedSuccessions.read(text);
        Signatures keys = keys(carried.notes());
        GrowthProof growth = GrowthProof.read(carried.rest());
        Checkpoint checkpoint = keys.checkpoint(growth.note(), WHICH);
        List<Checkpoint> older = LedgerVerifier.older(olderPaths, keys, checkpoint);
        if (older.isEmpty()) {
            throw new WrongCall("a proof of growth is compared with an older checkpoint; give it too");
        }
        StringBuilder words = new StringBuilder("It holds. ");
        older.forEach(known -> words.append(StreamCheck.grown(known, checkpoint, Optional.of(growth))));
        return words.append(keys.words()).toString();
    }

    private Signatures keys(String lines) {
        CarriedSuccessions carried = CarriedSuccessions.read(lines);
        if (!carried.rest().isEmpty()) {
            throw new Broken("something follows the event of the proof");
        }
        return keys(carried.notes());
    }

    /** Without successions the trusted key is all there is; with them it is one of a chain. */
    private Signatures keys(List<String> notes) {
        List<KeySuccession> successions =
                notes.stream().map(KeySuccession::read).toList();
        VerifierKey present =
                successions.isEmpty() ? trusted : successions.getLast().after();
        return new Signatures(KeyChain.of(successions, present), Optional.of(trusted));
    }
}
