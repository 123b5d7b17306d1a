package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.proof.VerifierKey;

/** Verifies a bundle against its checkpoint, and against an older one that somebody kept. */
final class LedgerVerifier {
    private static final String FIRST_LINE = "mingzhang-bundle 1";
    private static final int LONGEST_NOTE = 65_536;

    private final Optional<VerifierKey> trusted;

    /** @param trusted the key that the verifying person knows; empty to take the bundle's word for it */
    LedgerVerifier(Optional<VerifierKey> trusted) {
        this.trusted = trusted;
    }

    /** What holds, in sentences; throws {@link Broken} with the first that does not. */
    String verify(Path path, Optional<Path> olderPath) throws IOException {
        try (Bundle bundle = Bundle.open(path)) {
            VerifierKey key = trusted.orElse(VerifierKey.read(bundle.text(Bundle.KEY)));
            Checkpoint checkpoint = checkpoint(bundle.text(Bundle.CHECKPOINT), key, "the checkpoint of the bundle");
            Optional<Checkpoint> older = olderPath.isEmpty()
                    ? Optional.empty()
                    : Optional.of(checkpoint(text(olderPath.get()), key, "the older checkpoint"));
            older.ifPresent(known -> fits(known, checkpoint));
            EventCheck check = new EventCheck(older);
            events(bundle, check);
            check.end(checkpoint);
            return sentences(checkpoint, older, key);
        }
    }

    private static Checkpoint checkpoint(String text, VerifierKey key, String which) {
        try {
            SignedNote note = SignedNote.read(text);
            if (!note.isSignedBy(key)) {
                throw new Broken(which + " is not signed by " + key.name());
            }
            return Checkpoint.read(note.text());
        } catch (UnreadableNote e) {
            throw new Broken(which + " cannot be read: " + e.getMessage());
        }
    }

    private static void fits(Checkpoint older, Checkpoint checkpoint) {
        if (!older.origin().equals(checkpoint.origin())) {
            throw new Broken(
                    "the older checkpoint is of another log: " + older.origin() + ", not " + checkpoint.origin());
        }
        if (older.size() > checkpoint.size()) {
            throw new Broken("the end is missing: the older checkpoint counts " + older.size()
                    + " events, the bundle's " + checkpoint.size());
        }
    }

    private static void events(Bundle bundle, EventCheck check) throws IOException {
        try (InputStream in = bundle.open(Bundle.EVENTS)) {
            Lines lines = new Lines(in);
            if (!lines.next().equals(Optional.of(FIRST_LINE))) {
                throw new Broken("events.tsv does not begin with the line " + FIRST_LINE);
            }
            Optional<String> line = lines.next();
            while (line.isPresent()) {
                check.next(line.get());
                line = lines.next();
            }
        }
    }

    private String sentences(Checkpoint checkpoint, Optional<Checkpoint> older, VerifierKey key) {
        StringBuilder words = new StringBuilder(
                "Everything holds: " + checkpoint.size() + " events of " + checkpoint.origin() + ", signed by "
                        + key.name() + ".\nroot " + checkpoint.root().base64() + "\n");
        older.ifPresent(known ->
                words.append("They begin with the ").append(known.size()).append(" events of the older checkpoint.\n"));
        if (trusted.isEmpty()) {
            words.append("The key came with the bundle; compare it with the one that the office gave you:\n")
                    .append(key)
                    .append('\n');
        }
        return words.toString();
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LONGEST_NOTE) {
            throw new Broken(file.getFileName() + " is longer than any checkpoint");
        }
        return Files.readString(file);
    }
}
