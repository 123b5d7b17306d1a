package org.mingzhang.application.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file that is written as soon as there is room.
 *
 * <p>Reads are not synchronized, unlike those of what it extends: it is read while a write waits.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class PatientFile extends FileBaseDefault {
    private final FileChannel file;
    private final HeldWrites held;

    PatientFile(FileChannel file, HeldWrites held) {
        this.file = file;
        this.held = held;
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return file.read(into, position);
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
        return held.untilRoom(() -> file.write(from, position));
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

    @Override
    public String toString() {
        return PatientDisk.SCHEME + ":" + file;
    }
}
