package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.proof.VerifierKey;

/** {@code verify-ledger BUNDLE [OLDER-CHECKPOINT] [--key KEY]}: 0 when everything holds, 1 when not, 2 for a wrong call. */
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
        try {
            LedgerVerifier verifier = new LedgerVerifier(key(files));
            if (files.isEmpty() || files.size() > 2 || files.stream().anyMatch(file -> !Files.exists(Path.of(file)))) {
                err.println("usage: verify-ledger BUNDLE [OLDER-CHECKPOINT] [--key KEY]; the files have to be there");
                return WRONG_CALL;
            }
            Optional<Path> older = files.size() == 2 ? Optional.of(Path.of(files.get(1))) : Optional.empty();
            out.print(verifier.verify(Path.of(files.getFirst()), older));
            return HOLDS;
        } catch (Broken | UnreadableNote e) {
            err.println("It does not hold: " + e.getMessage() + ".");
            return BROKEN;
        } catch (IOException | IllegalArgumentException e) {
            err.println("It does not hold: the bundle cannot be read (" + e.getMessage() + ").");
            return BROKEN;
        }
    }

    private static Optional<VerifierKey> key(List<String> arguments) {
        int at = arguments.indexOf("--key");
        if (at < 0 || at + 1 >= arguments.size()) {
            return Optional.empty();
        }
        VerifierKey key = VerifierKey.read(arguments.get(at + 1));
        arguments.remove(at + 1);
        arguments.remove(at);
        return Optional.of(key);
    }
}
