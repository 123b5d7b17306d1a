package org.mingzhang.application.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.feed.FeedPosition;
import org.mingzhang.query.trail.TrailFilter;
import org.mingzhang.query.trail.TrailIndex;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who searches the audit trail again and again, and reads the log to see whether everything was found. */
final class SearchedTrail {
    private static final String KIND = "line-allocated";
    private static final int PAGE = 40;

    private final FeedPosition covered;
    private final EventLog log;
    private final TrailIndex index;
    private final AtomicInteger searches = new AtomicInteger();
    private final List<String> wrongs;

    SearchedTrail(RunningApplication application, List<String> wrongs) {
        this.covered = application.context().getBean("trailPosition", FeedPosition.class);
        this.log = application.context().getBean(EventLog.class);
        this.index = new TrailIndex(application.context().getBean(JdbcClient.class), log);
        this.wrongs = wrongs;
    }

    int searches() {
        return searches.get();
    }

    void searchUntil(AtomicBoolean over) {
        try {
            while (!over.get()) {
                search();
                searches.incrementAndGet();
            }
        } catch (RuntimeException e) {
            wrongs.add("a search failed: " + e);
        }
    }

    /** The newest of a kind: all of them that stand behind the oldest that is shown, and no others. */
    private void search() {
        long position = covered.reached();
        List<Long> found =
                index
                        .find(TrailFilter.EVERYTHING.ofKind(KIND), position + 1, PAGE, TrailIndex.LOOKED_AT)
                        .events()
                        .stream()
                        .map(RecordedEvent::position)
                        .toList();
        long oldest = found.size() < PAGE ? 1 : found.getLast();
        Set<Long> there = new HashSet<>();
        for (RecordedEvent event : between(oldest, position)) {
            if (event.name().name().equals(KIND)) {
                there.add(event.position());
            }
        }
        if (!there.equals(new HashSet<>(found))) {
            wrongs.add("at position " + position + " were found " + found + ", and there are " + there);
        }
    }

    private List<RecordedEvent> between(long oldest, long newest) {
        List<RecordedEvent> events = new ArrayList<>();
        for (long at = oldest - 1; at < newest; at += 1_000) {
            events.addAll(log.read(at, (int) Math.min(1_000, newest - at)));
        }
        return events;
    }
}
