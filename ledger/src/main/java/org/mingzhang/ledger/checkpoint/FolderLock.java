package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** One at a time in the folder: among the threads of this process, and among the processes that share it. */
final class FolderLock {
    /** A node that hangs must not make every other one hang. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final long MOMENT_NANOS = 5_000_000;

    /** A file lock keeps out other processes only; within one, asking for it twice is an error. */
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock here;

    FolderLock(Path folder) {
        this.file = folder.toAbsolutePath().normalize().resolve("lock");
        this.here = HERE.computeIfAbsent(file, any -> new ReentrantLock());
    }

    /** What is done while nobody else does anything here. */
    interface Work<T> {
        T done() throws IOException;
    }

    <T> T alone(Work<T> work) throws IOException {
        here.lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = held(channel)) {
            if (!held.isValid()) {
                throw new IOException("the lock of the ledger's folder was lost");
            }
            return work.done();
        } finally {
            here.unlock();
        }
    }

    private FileLock held(FileChannel channel) throws IOException {
        long began = System.nanoTime();
        FileLock lock = channel.tryLock();
        while (lock == null) {
            if (System.nanoTime() - began > LONGEST_WAIT.toNanos()) {
                throw new IOException("another node holds the lock of the ledger's folder: " + file);
            }
            LockSupport.parkNanos(MOMENT_NANOS);
            lock = channel.tryLock();
        }
        return lock;
    }
}
