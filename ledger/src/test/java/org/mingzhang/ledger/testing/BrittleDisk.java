package org.mingzhang.ledger.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.CountDownLatch;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk for H2 on which the next write can be held up, and then fail as on a full disk.
 *
 * <p>Databases on it have addresses that begin with {@link #PREFIX}. There is one for all of a process, so that only
 * one test at a time may use it.
 */
public final class BrittleDisk extends FilePathWrapper {
    public static final String PREFIX = "jdbc:h2:brittle:";

    private static volatile CountDownLatch reached = new CountDownLatch(0);
    private static volatile CountDownLatch released = new CountDownLatch(0);
    private static volatile boolean full;

    /** Makes the prefix known. */
    public static void mount() {
        FilePath.register(new BrittleDisk());
    }

    /** Whoever writes from now on waits. */
    public static void holdWrites() {
        reached = new CountDownLatch(1);
        released = new CountDownLatch(1);
    }

    public static void awaitWrite() throws InterruptedException {
        reached.await();
    }

    /** The held write and all after it fail, until there is room. */
    public static void failWrites() {
        full = true;
        released.countDown();
    }

    /** Writes go through from now on, the one that is held too. */
    public static void room() {
        full = false;
        released.countDown();
    }

    @Override
    public String getScheme() {
        return "brittle";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new BrittleFile(super.open(mode));
    }

    private static void arrive() throws IOException {
        reached.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    /** Not synchronized, unlike what it extends: it is read while a write is held up. */
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    private static final class BrittleFile extends FileBaseDefault {
        private final FileChannel file;

        BrittleFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            arrive();
            return file.write(from, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
