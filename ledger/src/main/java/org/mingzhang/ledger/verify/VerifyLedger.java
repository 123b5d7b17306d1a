package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.proof.VerifierKey;

/** {@code verify-ledger BUNDLE-OR-PROOF [OLDER-CHECKPOINT] [--key KEY-OR-FILE]}: 0 when everything holds, 1 when not, 2 for a wrong call. */
public final class VerifyLedger {
    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int WRONG_CALL = 2;

    private VerifyLedger() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** As {@link #main} without ending the program; what holds is said to the one, what does not to the other. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> files = new ArrayList<>(arguments);
        Optional<VerifierKey> key;
        try {
            key = key(files);
        } catch (UnreadableNote | IOException e) {
            err.println("The key after --key cannot be read: " + e.getMessage() + ".");
            return WRONG_CALL;
        }
        if (files.isEmpty() || files.size() > 2 || !files.stream().allMatch(VerifyLedger::exists)) {
            err.println("usage: verify-ledger BUNDLE-OR-PROOF [OLDER-CHECKPOINT] [--key KEY-OR-FILE];"
                    + " the files have to be there");
            return WRONG_CALL;
        }
        return verified(new LedgerVerifier(key), files, out, err);
    }

    private static int verified(LedgerVerifier verifier, List<String> files, PrintStream out, PrintStream err) {
        try {
            Optional<Path> older = files.size() == 2 ? Optional.of(Path.of(files.get(1))) : Optional.empty();
            out.print(verifier.verify(Path.of(files.getFirst()), older));
            return HOLDS;
        } catch (Broken | UnreadableNote e) {
            err.println("It does not hold: " + e.getMessage() + ".");
        } catch (IOException | RuntimeException e) {
            // Whatever a crafted file provokes, the person who verifies gets a sentence.
            err.println("It does not hold: the files cannot be read (" + e.getMessage() + ").");
        } catch (OutOfMemoryError e) {
            err.println("It could not be verified: that needs more memory, which java -Xmx… gives.");
        }
        return BROKEN;
    }

    private static boolean exists(String file) {
        try {
            return Files.exists(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Optional<VerifierKey> key(List<String> arguments) throws IOException {
        int at = arguments.indexOf("--key");
        if (at < 0 || at + 1 >= arguments.size()) {
            return Optional.empty();
        }
        String given = arguments.get(at + 1);
        VerifierKey key = VerifierKey.read(exists(given) ? Files.readString(Path.of(given)) : given);
        arguments.remove(at + 1);
        arguments.remove(at);
        return Optional.of(key);
    }
}
