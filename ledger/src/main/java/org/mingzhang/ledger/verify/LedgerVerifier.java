package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.GrowthProof;
import org.mingzhang.ledger.proof.KeyChain;
import org.mingzhang.ledger.proof.KeySuccession;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.TlogProof;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.proof.VerifierKey;

/** Verifies a bundle, or a single proof, against its checkpoint, and against an older one that somebody kept. */
final class LedgerVerifier {
    private static final String WHOLE_LOG = "mingzhang-bundle 1";
    private static final String ONE_STREAM = "mingzhang-stream 1 ";
    private static final int LONGEST_NOTE = 65_536;

    /** An event with its proof. */
    private static final int LONGEST_PROOF = 16 << 20;

    private final Optional<VerifierKey> trusted;

    /** @param trusted the key that the verifying person knows; empty to take the bundle's word for it */
    LedgerVerifier(Optional<VerifierKey> trusted) {
        this.trusted = trusted;
    }

    /** What holds, in sentences; throws {@link Broken} with the first that does not. */
    String verify(Path path, Optional<Path> olderPath) throws IOException {
        return isProof(path) ? proof(path, olderPath) : bundle(path, olderPath);
    }

    private String bundle(Path path, Optional<Path> olderPath) throws IOException {
        try (Bundle bundle = Bundle.open(path)) {
            KeyChain keys = keys(bundle);
            Checkpoint checkpoint = checkpoint(bundle.text(Bundle.CHECKPOINT), keys, "the checkpoint of the bundle");
            Optional<Checkpoint> older = older(olderPath, keys, checkpoint);
            try (InputStream in = bundle.open(Bundle.EVENTS)) {
                Lines lines = new Lines(in);
                Check check = check(lines.next().orElse(""), bundle, checkpoint, older);
                Optional<String> line = lines.next();
                while (line.isPresent()) {
                    check.next(line.get());
                    line = lines.next();
                }
                return check.end() + signed(keys);
            }
        }
    }

    private static Check check(String first, Bundle bundle, Checkpoint checkpoint, Optional<Checkpoint> older)
            throws IOException {
        Optional<GrowthProof> growth = growth(bundle, checkpoint);
        if (first.equals(WHOLE_LOG)) {
            if (growth.isPresent()) {
                throw new Broken("a bundle of the whole log has no " + Bundle.GROWTH);
            }
            return new EventCheck(checkpoint, older);
        }
        if (first.startsWith(ONE_STREAM)) {
            return new StreamCheck(first.substring(ONE_STREAM.length()), checkpoint, older, growth);
        }
        throw new Broken("events.tsv begins neither with the line " + WHOLE_LOG + " nor with " + ONE_STREAM.strip());
    }

    /** Its checkpoint has to be the bundle's, or it would show the growth of another log. */
    private static Optional<GrowthProof> growth(Bundle bundle, Checkpoint checkpoint) throws IOException {
        Optional<String> text = bundle.growth();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        GrowthProof growth = GrowthProof.read(text.get());
        if (!growth.note().equals(bundle.text(Bundle.CHECKPOINT))) {
            throw new Broken("the proof of growth has another checkpoint than the bundle");
        }
        if (growth.older() > checkpoint.size()) {
            throw new Broken("the proof of growth begins behind the checkpoint");
        }
        return Optional.of(growth);
    }

    private static boolean isProof(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            String begin = new String(in.readNBytes(TlogProof.FIRST_LINE.length()), StandardCharsets.UTF_8);
            return begin.equals(TlogProof.FIRST_LINE) || begin.startsWith(GrowthProof.FIRST_WORD);
        }
    }

    private String proof(Path path, Optional<Path> olderPath) throws IOException {
        VerifierKey key =
                trusted.orElseThrow(() -> new Broken("a proof does not bring a key; give the office's with --key"));
        KeyChain keys = KeyChain.of(List.of(), key);
        String text = text(path, LONGEST_PROOF);
        if (text.startsWith(GrowthProof.FIRST_WORD)) {
            GrowthProof growth = GrowthProof.read(text);
            Checkpoint checkpoint = checkpoint(growth.note(), keys, "the checkpoint of the proof");
            Checkpoint older = older(olderPath, keys, checkpoint)
                    .orElseThrow(
                            () -> new Broken("a proof of growth is compared with an older checkpoint; give it too"));
            return "It holds. " + StreamCheck.grown(older, checkpoint, Optional.of(growth));
        }
        TlogProof proof = TlogProof.read(text);
        return ProofCheck.event(proof, checkpoint(proof.note(), keys, "the checkpoint of the proof"));
    }

    /** The keys that the bundle brings; the trusted one has to be among them. */
    private KeyChain keys(Bundle bundle) throws IOException {
        String text = bundle.text(Bundle.KEY);
        VerifierKey present = VerifierKey.read(text);
        if (!text.equals(present + "\n")) {
            throw new Broken("key.txt is written in another form");
        }
        List<KeySuccession> successions =
                bundle.successions().stream().map(KeySuccession::read).toList();
        KeyChain keys = KeyChain.of(successions, present);
        if (trusted.isPresent() && !keys.keys().contains(trusted.get())) {
            throw new Broken("the bundle is not signed by " + trusted.get().name() + " with the key that was given");
        }
        return keys;
    }

    private static Optional<Checkpoint> older(Optional<Path> path, KeyChain keys, Checkpoint checkpoint)
            throws IOException {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Checkpoint older = checkpoint(text(path.get(), LONGEST_NOTE), keys, "the older checkpoint");
        if (!older.origin().equals(checkpoint.origin())) {
            throw new Broken(
                    "the older checkpoint is of another log: " + older.origin() + ", not " + checkpoint.origin());
        }
        if (older.size() > checkpoint.size()) {
            throw new Broken("the end is missing: the older checkpoint counts " + older.size()
                    + " events, the bundle's " + checkpoint.size());
        }
        return Optional.of(older);
    }

    private static Checkpoint checkpoint(String text, KeyChain keys, String which) {
        try {
            SignedNote note = SignedNote.read(text);
            Checkpoint checkpoint = Checkpoint.read(note.text());
            if (!keys.signed(note, checkpoint.size())) {
                throw new Broken(which + " is not signed by " + keys.present().name());
            }
            return checkpoint;
        } catch (UnreadableNote e) {
            throw new Broken(which + " cannot be read: " + e.getMessage());
        }
    }

    private String signed(KeyChain keys) {
        String words = "Signed by " + keys.present().name() + ".\n";
        if (keys.keys().size() > 1) {
            words += "Its key was changed " + (keys.keys().size() - 1) + " times, each time signed by both.\n";
        }
        return trusted.isPresent()
                ? words
                : words + "The key came with the bundle; compare it with the one that the office gave you:\n"
                        + keys.present() + "\n";
    }

    private static String text(Path file, int longest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new Broken(file.getFileName() + " is longer than it can be");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
