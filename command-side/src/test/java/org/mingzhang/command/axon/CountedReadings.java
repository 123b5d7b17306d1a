package org.mingzhang.command.axon;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Appended;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.Receipt;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * A log that counts the events of streams which are read from it.
 *
 * @param pause before each append, in milliseconds; none unless a test sets it
 */
record CountedReadings(EventLog log, AtomicLong events, AtomicLong pause) implements EventLog {
    CountedReadings(EventLog log) {
        this(log, new AtomicLong(), new AtomicLong());
    }

    @Override
    public List<RecordedEvent> readStream(String stream, long fromVersion) {
        List<RecordedEvent> read = log.readStream(stream, fromVersion);
        events.addAndGet(read.size());
        return read;
    }

    @Override
    public Appended append(Append append) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause.get()));
        return log.append(append);
    }

    @Override
    public List<RecordedEvent> read(long afterPosition, int limit) {
        return log.read(afterPosition, limit);
    }

    @Override
    public List<RecordedEvent> readAt(Collection<Long> positions) {
        return log.readAt(positions);
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public long streamVersion(String stream) {
        return log.streamVersion(stream);
    }

    @Override
    public Optional<Receipt> receipt(String actor, String key) {
        return log.receipt(actor, key);
    }

    @Override
    public void onAppend(Runnable listener) {
        log.onAppend(listener);
    }
}
