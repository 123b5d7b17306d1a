package org.mingzhang.query.controls;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mingzhang.ledger.verify.VerifyLedger;

/**
 * {@code controls BUNDLE [--key KEY-OR-FILE] [--csv FILE] [--english]}: verifies an exported bundle of the whole log and
 * proves the controls over it, without server and database. 0 when every control holds, 1 when one does not, 2 for a wrong
 * call, 3 when it could not be found out, as when the bundle does not hold.
 */
public final class ProveControls {
    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int WRONG_CALL = 2;
    private static final int UNKNOWN = 3;
    private static final String USAGE = "usage: controls BUNDLE [--key KEY-OR-FILE] [--csv FILE] [--english]";

    private ProveControls() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** As {@link #main} without ending the program. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Optional<Call> call = Call.read(arguments);
        if (call.isEmpty()) {
            err.println(USAGE);
            return WRONG_CALL;
        }
        List<String> verified = new ArrayList<>(List.of(call.get().bundle().toString()));
        call.get().key().ifPresent(key -> verified.addAll(List.of("--key", key)));
        int status = VerifyLedger.run(verified, out, err);
        if (status != HOLDS) {
            return status == WRONG_CALL ? WRONG_CALL : UNKNOWN;
        }
        try {
            return proved(call.get(), out);
        } catch (BundledLog.NoWholeLog e) {
            err.println(e.getMessage() + "\n" + USAGE);
            return WRONG_CALL;
        } catch (IOException | RuntimeException e) {
            err.println("The controls could not be proved: " + e.getMessage());
            return UNKNOWN;
        }
    }

    private static int proved(Call call, PrintStream out) throws IOException {
        ControlFold fold = new ControlFold();
        new BundledLog(call.bundle()).each(fold::see);
        ControlProof proof = fold.proof();
        ControlReport report = new ControlReport(proof, call.locale());
        out.println();
        out.print(report.text());
        if (call.csv().isPresent()) {
            Files.writeString(call.csv().get(), report.csv());
        }
        return proof.holds() ? HOLDS : BROKEN;
    }

    /** How the program was called. */
    private record Call(Path bundle, Optional<String> key, Optional<Path> csv, Locale locale) {
        /** Empty for a call that says nothing about any bundle. */
        static Optional<Call> read(List<String> arguments) {
            Optional<Path> bundle = Optional.empty();
            Optional<String> key = Optional.empty();
            Optional<Path> csv = Optional.empty();
            Locale locale = Locale.SIMPLIFIED_CHINESE;
            try {
                for (int at = 0; at < arguments.size(); at++) {
                    String one = arguments.get(at);
                    boolean last = at == arguments.size() - 1;
                    if (one.equals("--english")) {
                        locale = Locale.ENGLISH;
                    } else if (one.equals("--key") && !last && key.isEmpty()) {
                        key = Optional.of(arguments.get(++at));
                    } else if (one.equals("--csv") && !last && csv.isEmpty()) {
                        csv = Optional.of(Path.of(arguments.get(++at)));
                    } else if (!one.startsWith("--") && bundle.isEmpty()) {
                        bundle = Optional.of(Path.of(one));
                    } else {
                        return Optional.empty();
                    }
                }
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
            Optional<Path> found = bundle;
            Optional<String> withKey = key;
            Optional<Path> into = csv;
            Locale language = locale;
            return found.map(path -> new Call(path, withKey, into, language));
        }
    }
}
