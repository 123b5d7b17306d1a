package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The lines of a file some at a time: while one run is gone through, the next is unpacked and cut into lines, because
 * that is a third of the work and has to be done in order.
 *
 * <p>At most two runs are held, and none is longer than a megabyte and a line. What is wrong with a line is said after
 * the runs before it were given.
 */
final class LineRuns implements AutoCloseable {
    private static final int LINES = 1_000;

    /** In characters, because lines may be long and memory is not. */
    private static final int LONGEST = 1 << 20;

    private final ExecutorService reader = Executors.newSingleThreadExecutor(run -> {
        Thread thread = new Thread(run, "lines");
        thread.setDaemon(true);
        return thread;
    });
    private final Lines lines;
    private Future<Run> ahead;

    LineRuns(Lines lines) {
        this.lines = lines;
        this.ahead = reader.submit(this::read);
    }

    /** What could be read, and what was wrong with the line behind it. */
    private record Run(List<String> lines, Optional<Exception> wrong) {}

    /** Empty at the end. */
    List<String> next() throws IOException {
        Run run = taken();
        if (!run.lines.isEmpty()) {
            ahead = reader.submit(() -> run.wrong.isPresent() ? new Run(List.of(), run.wrong) : read());
        } else if (run.wrong.orElse(null) instanceof IOException unreadable) {
            throw unreadable;
        } else if (run.wrong.orElse(null) instanceof RuntimeException broken) {
            throw broken;
        }
        return run.lines;
    }

    private Run taken() throws IOException {
        try {
            return ahead.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Run read() {
        List<String> run = new ArrayList<>();
        int length = 0;
        try {
            while (run.size() < LINES && length < LONGEST) {
                Optional<String> line = lines.next();
                if (line.isEmpty()) {
                    break;
                }
                run.add(line.get());
                length += line.get().length();
            }
            return new Run(run, Optional.empty());
        } catch (IOException | RuntimeException e) {
            return new Run(run, Optional.of(e));
        }
    }

    /** Waits for what is being read, so that nobody reads a file that is closed. */
    @Override
    public void close() {
        reader.close();
    }
}
