package org.mingzhang.ledger.verify;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.util.List;
import org.mingzhang.ledger.proof.UnreadableNote;

/**
 * {@code verify-ledger BUNDLE-OR-PROOF [OLDER-CHECKPOINT...] [--key KEY-OR-FILE]}: 0 when everything holds, 1 when not, 2
 * for a wrong call, 3 when it could not be found out.
 */
public final class VerifyLedger {
    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int WRONG_CALL = 2;
    private static final int UNKNOWN = 3;

    private static final String USAGE =
            "usage: verify-ledger BUNDLE-OR-PROOF [OLDER-CHECKPOINT...] [--key KEY-OR-FILE]";

    private VerifyLedger() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** As {@link #main} without ending the program; what holds is said to the one, what does not to the other. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        // Whatever a crafted file provokes, the person who verifies gets a sentence.
        try {
            Arguments call = Arguments.of(arguments);
            out.print(new LedgerVerifier(call.key()).verify(call.path(), call.older()));
            return HOLDS;
        } catch (WrongCall e) {
            err.println("That cannot be verified: " + e.getMessage() + ".\n" + USAGE);
            return WRONG_CALL;
        } catch (TooMuch e) {
            err.println("It could not be verified: " + e.getMessage() + "; java -Xmx… gives more.");
            return UNKNOWN;
        } catch (FileSystemException | FileNotFoundException e) {
            err.println("It could not be verified: a file cannot be read (" + said(e) + ").");
            return UNKNOWN;
        } catch (Broken | UnreadableNote e) {
            err.println("It does not hold: " + said(e) + ".");
            return BROKEN;
        } catch (IOException | RuntimeException e) {
            err.println("It does not hold: the files cannot be read (" + said(e) + ").");
            return BROKEN;
        } catch (OutOfMemoryError e) {
            err.println("It could not be verified: that needs more memory, which java -Xmx… gives.");
            return UNKNOWN;
        } catch (StackOverflowError e) {
            err.println("It does not hold: something in it is nested without end.");
            return BROKEN;
        }
    }

    private static String said(Exception e) {
        return Shown.text(String.valueOf(e.getMessage()));
    }
}
