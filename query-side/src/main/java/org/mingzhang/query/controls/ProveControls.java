package org.mingzhang.query.controls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.ledger.checkpoint.InstalledLog;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.verify.VerifyLedger;

/**
 * {@code controls [BUNDLE [--key KEY-OR-FILE] | --data DIR] [--csv FILE] [--english]}: verifies an exported bundle of the
 * whole log and proves the controls over it, without server and database; without a bundle, the log of an installation as
 * it lies in its database, which is only read. 0 when every control holds, 1 when one does not, 2 for a wrong call, 3 when
 * it could not be found out, as when the log itself does not hold.
 */
public final class ProveControls {
    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int WRONG_CALL = 2;
    private static final int UNKNOWN = 3;

    private final ControlsCall call;
    private final PrintStream out;
    private final PrintStream err;

    private ProveControls(ControlsCall call, PrintStream out, PrintStream err) {
        this.call = call;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        Path usual = Path.of(System.getProperty("mingzhang.data", "data"));
        System.exit(run(List.of(arguments), usual, System.getenv(), System.out, System.err));
    }

    /** As {@link #main} for a bundle, without ending the program. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return run(arguments, Path.of("data"), Map.of(), out, err);
    }

    /**
     * As {@link #main} without ending the program.
     *
     * @param usual folder of the installation where nothing names another one
     * @param settings variables of the shell
     */
    public static int run(
            List<String> arguments, Path usual, Map<String, String> settings, PrintStream out, PrintStream err) {
        return ControlsCall.read(arguments)
                .map(call -> {
                    ProveControls proving = new ProveControls(call, out, err);
                    return call.bundle().isPresent()
                            ? proving.bundle(call.bundle().get())
                            : proving.installation(usual, settings);
                })
                .orElseGet(() -> {
                    err.println(ControlsCall.USAGE);
                    return WRONG_CALL;
                });
    }

    private int bundle(Path bundle) {
        List<String> verified = new ArrayList<>(List.of(bundle.toString()));
        call.key().ifPresent(key -> verified.addAll(List.of("--key", key)));
        ByteArrayOutputStream amiss = new ByteArrayOutputStream();
        int status = VerifyLedger.run(verified, out, new PrintStream(amiss, true, StandardCharsets.UTF_8));
        if (status != HOLDS) {
            // how the verifier is called is not how this is
            err.println(amiss.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("usage: "))
                    .collect(Collectors.joining("\n")));
            return status == WRONG_CALL ? wrongCall() : UNKNOWN;
        }
        try {
            ControlFold fold = new ControlFold();
            new BundledLog(bundle).each(fold::see);
            return told(fold.proof());
        } catch (BundledLog.NoWholeLog e) {
            err.println(e.getMessage());
            return wrongCall();
        } catch (IOException | RuntimeException e) {
            return unknown(String.valueOf(e.getMessage()));
        }
    }

    private int installation(Path usual, Map<String, String> settings) {
        try {
            InstalledDatabase database = InstalledDatabase.of(call.data(), usual, settings);
            try (InstalledLog log =
                    new InstalledLog(database.open(), TreeHash.named(database.treeHash()), database.ledger())) {
                InstalledLog.Verdict verdict = log.verdict();
                if (verdict.wrong().isPresent()) {
                    err.println("It does not hold: " + verdict.wrong().get() + ".");
                    return UNKNOWN;
                }
                out.println("Everything holds: " + verdict.events() + " events hashed anew, " + verdict.checkpoints()
                        + " checkpoints kept in " + database.ledger() + " compared.");
                return told(WholeLog.proved(log.events(), verdict.events(), position -> {}));
            }
        } catch (InstalledDatabase.NoInstallation e) {
            err.println(e.getMessage());
            return wrongCall();
        } catch (SQLException e) {
            return unknown(InstalledDatabase.said(e));
        } catch (IOException | RuntimeException e) {
            return unknown(String.valueOf(e.getMessage()));
        }
    }

    private int wrongCall() {
        err.println(ControlsCall.USAGE);
        return WRONG_CALL;
    }

    private int unknown(String why) {
        err.println("The controls could not be proved: " + why + ".");
        return UNKNOWN;
    }

    private int told(ControlProof proof) throws IOException {
        ControlReport report = new ControlReport(proof, call.locale());
        out.println();
        out.print(report.text());
        if (call.csv().isPresent()) {
            Files.writeString(call.csv().get(), report.csv());
        }
        return proof.holds() ? HOLDS : BROKEN;
    }
}
