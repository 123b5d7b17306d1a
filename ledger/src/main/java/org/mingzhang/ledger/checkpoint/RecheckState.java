package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.TreeHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the log was hashed anew, so that a restart goes on and does not begin again.
 *
 * @param began when this round began
 * @param frontier of the tree over what was hashed in it
 * @param done the most that was ever gone through in one round
 */
record RecheckState(Instant began, Frontier frontier, Optional<Recheck.Progress> done) {
    private static final Logger LOG = LoggerFactory.getLogger(RecheckState.class);
    private static final String FIRST_LINE = "mingzhang-recheck 1";
    private static final int LINES = 7;

    static RecheckState beginning(TreeHash hash, Instant now, Optional<Recheck.Progress> done) {
        return new RecheckState(now, Frontier.empty(hash), done);
    }

    /** With more events gone through at that time. */
    RecheckState with(Frontier grown, Instant now) {
        boolean further = done.filter(before -> before.events() > grown.size()).isEmpty();
        return new RecheckState(
                began, grown, further ? Optional.of(new Recheck.Progress(grown.size(), began, now)) : done);
    }

    /** Empty when nothing was written, or something else than this. */
    static Optional<RecheckState> read(Path file, TreeHash hash) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() != LINES || !lines.getFirst().equals(FIRST_LINE)) {
                return Optional.empty();
            }
            Frontier frontier = Frontier.stored(
                    hash, Long.parseLong(lines.get(2)), Base64.getDecoder().decode(lines.get(3)));
            Recheck.Progress done = new Recheck.Progress(
                    Long.parseLong(lines.get(4)), Instant.parse(lines.get(5)), Instant.parse(lines.get(6)));
            return Optional.of(new RecheckState(Instant.parse(lines.get(1)), frontier, Optional.of(done)));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("how far the log was hashed anew cannot be read, it begins again: {}", e.toString());
            return Optional.empty();
        }
    }

    void write(Path file) {
        if (done.isEmpty()) {
            return;
        }
        String text = String.join(
                "\n",
                FIRST_LINE,
                began.toString(),
                Long.toString(frontier.size()),
                Base64.getEncoder().encodeToString(frontier.bytes()),
                Long.toString(done.get().events()),
                done.get().began().toString(),
                done.get().at().toString(),
                "");
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("how far the log was hashed anew cannot be written down: {}", e.toString());
        }
    }
}
