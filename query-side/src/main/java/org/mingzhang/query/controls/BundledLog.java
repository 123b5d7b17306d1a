package org.mingzhang.query.controls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * The events of an exported bundle of the whole log, one after the other and without a database; whether the bundle is what
 * the office signed is for the verifier to say.
 */
final class BundledLog {
    private static final String EVENTS = "events.tsv";
    private static final String WHOLE_LOG = "mingzhang-bundle ";
    private static final int FIELDS = 12;

    private final EventCodec codec = new EventCodec();
    private final Path path;

    /** @param path of a ZIP, or of the folder that it was unpacked into */
    BundledLog(Path path) {
        this.path = path;
    }

    /** What is given is no bundle of the whole log. */
    static final class NoWholeLog extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoWholeLog(String message) {
            super(message);
        }
    }

    void each(Consumer<RecordedEvent> taker) throws IOException {
        if (Files.isDirectory(path)) {
            try (InputStream in = Files.newInputStream(path.resolve(EVENTS))) {
                read(in, taker);
            }
            return;
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = zip.getEntry(EVENTS);
            if (entry == null) {
                throw new NoWholeLog(path + " has no " + EVENTS);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                read(in, taker);
            }
        }
    }

    private void read(InputStream in, Consumer<RecordedEvent> taker) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        String first = lines.readLine();
        if (first == null || !first.startsWith(WHOLE_LOG)) {
            throw new NoWholeLog("the controls are proved over a bundle of the whole log, and " + path + " is none");
        }
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            taker.accept(event(line));
        }
    }

    private RecordedEvent event(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("a line of " + EVENTS + " has " + fields.length + " fields");
        }
        long position = Long.parseLong(fields[0]);
        EventName name = new EventName(fields[4], Integer.parseInt(fields[5]));
        return new RecordedEvent(
                position,
                UUID.fromString(fields[1]),
                fields[2],
                Long.parseLong(fields[3]),
                name,
                Instant.EPOCH.plus(Long.parseLong(fields[6]), ChronoUnit.MICROS),
                codec.envelope(
                        name,
                        Base64.getDecoder().decode(fields[9]),
                        Base64.getDecoder().decode(fields[10]),
                        fields[2] + " at position " + position));
    }
}
