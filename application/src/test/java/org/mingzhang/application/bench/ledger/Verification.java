package org.mingzhang.application.bench.ledger;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.zip.ZipFile;
import org.mingzhang.ledger.checkpoint.BundleExport;
import org.mingzhang.ledger.verify.VerifyLedger;

/** A bundle of a log, verified in full, beside a program that reads the same lines and hashes each once. */
final class Verification {
    private static final double NANOS = 1e9;

    private final Path bundle;
    private final long events;

    Verification(BundleExport export, long events) {
        this.events = events;
        try {
            this.bundle = Files.createTempFile("mingzhang-bench", ".zip");
            try (OutputStream out = Files.newOutputStream(bundle)) {
                export.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Events per second. */
    double product() {
        long began = System.nanoTime();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        if (VerifyLedger.run(List.of(bundle.toString()), print, print) != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
        return events * NANOS / (System.nanoTime() - began);
    }

    /** Events per second. */
    double floor() {
        long began = System.nanoTime();
        try (ZipFile zip = new ZipFile(bundle.toFile());
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        zip.getInputStream(zip.getEntry("events.tsv")), StandardCharsets.UTF_8))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int seen = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                seen += digest.digest(line.getBytes(StandardCharsets.UTF_8))[0];
            }
            if (seen == Integer.MIN_VALUE) {
                throw new IllegalStateException("keeps the result alive");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return events * NANOS / (System.nanoTime() - began);
    }
}
