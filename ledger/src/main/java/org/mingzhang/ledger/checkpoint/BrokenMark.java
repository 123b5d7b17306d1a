package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was found to speak against the log, in a file beside its checkpoints.
 *
 * <p>It outlives a restart and what it was found by: only people take it away, when they know what happened.
 */
final class BrokenMark {
    static final String FILE = "broken.txt";

    /** Of one crime every look may find another sentence. */
    private static final int MOST = 10;

    private static final Logger LOG = LoggerFactory.getLogger(BrokenMark.class);

    private final Path file;
    private final InstantSource clock;

    /** Also kept here, for a disk that takes nothing more. */
    private volatile List<String> found = List.of();

    BrokenMark(Path folder, InstantSource clock) {
        this.file = folder.resolve(FILE);
        this.clock = clock;
    }

    /** The sentences, one after another; empty when nothing speaks against the log. */
    Optional<String> read() {
        if (found.isEmpty() && Files.exists(file)) {
            found = lines();
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }

    /** Another node's findings too. */
    private List<String> lines() {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .limit(MOST)
                    .toList();
            return lines.isEmpty() ? List.of(FILE + " is there, and empty") : lines;
        } catch (IOException e) {
            return List.of(FILE + " is there, and cannot be read");
        }
    }

    synchronized void set(String why) {
        if (read().isPresent() && (found.size() >= MOST || found.stream().anyMatch(line -> line.endsWith(why)))) {
            return;
        }
        LOG.error("The log does not fit what was kept outside it: {}", why);
        String line = clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + why;
        found = Stream.concat(found.stream(), Stream.of(line)).toList();
        try {
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            LOG.error("and this cannot be written down in {}: {}", file, e.toString());
        }
    }
}
