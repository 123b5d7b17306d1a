package org.mingzhang.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.ledger.follow.Follower;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Fills the index from the facts at the start and keeps it up behind them: a budget in which something happened is
 * indexed anew, whole. It takes at most a tenth of the time, because nobody's booking waits for it.
 */
final class SearchFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SearchFeed.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final int RUN = 1_000;
    private static final int TIMES_LONGER = 9;

    private final FactReader facts;
    private final TheirEntries entries;
    private final EventLog log;
    private final SearchIndex index;
    private final Follower follower = new Follower("search-feed", this::look);
    private volatile boolean running;
    private volatile boolean filled;
    private volatile long position;
    /** Of each budget in the index the position of its last event. */
    private final Map<BudgetId, Long> lastEvents = new ConcurrentHashMap<>();

    SearchFeed(FactReader facts, TheirEntries entries, EventLog log, SearchIndex index) {
        this.facts = facts;
        this.entries = entries;
        this.log = log;
        this.index = index;
    }

    @Override
    public void start() {
        running = true;
        follower.start();
    }

    @Override
    public void stop() {
        running = false;
        follower.close();
        index.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether everything that was there at the start can be found. */
    boolean filled() {
        return filled;
    }

    /** What can be found covers the log up to here. */
    long position() {
        return position;
    }

    /** Whether the index has a budget as it stood at a position: it has it as it stands, and nothing happened to it since. */
    boolean has(BudgetId budget, long then) {
        Long last = lastEvents.get(budget);
        return last != null && last <= then && then <= position;
    }

    private Duration look() {
        long began = System.nanoTime();
        try {
            if (filled) {
                follow();
            } else {
                fill();
            }
        } catch (IOException | RuntimeException e) {
            if (running) {
                LOG.warn("the index of the search could not be kept up; it is tried again", e);
            }
            return AFTER_FAILURE;
        }
        Duration rest = Duration.ofNanos((System.nanoTime() - began) * TIMES_LONGER);
        return rest.compareTo(POLL) < 0 ? POLL : rest;
    }

    private void fill() throws IOException {
        long reached = facts.position();
        for (BudgetId budget :
                facts.ofAllBudgets(FactKind.HEADER, BudgetHeader.class).keySet()) {
            if (!running) {
                return;
            }
            index(budget, reached);
            lastEvents.put(budget, lastEvent(budget));
        }
        index.show();
        position = reached;
        filled = true;
    }

    private void follow() throws IOException {
        long reached = facts.position();
        Map<BudgetId, Long> changed = new TreeMap<>();
        long read = position;
        while (read < reached) {
            List<RecordedEvent> events = log.read(read, RUN);
            events.forEach(event -> budget(event.stream()).ifPresent(budget -> changed.put(budget, event.position())));
            read = events.isEmpty() ? reached : events.getLast().position();
        }
        for (BudgetId budget : changed.keySet()) {
            if (!running) {
                return;
            }
            index(budget, reached);
        }
        lastEvents.putAll(changed); // first, so that nobody takes what is shown then for what was there before
        if (!changed.isEmpty()) {
            index.show();
        }
        position = Math.max(position, reached);
    }

    private long lastEvent(BudgetId budget) {
        String stream = budget.toString();
        return log.readStream(stream, log.streamVersion(stream)).getLast().position();
    }

    /** Other streams, such as those of submissions, say nothing that is looked for. */
    private static Optional<BudgetId> budget(String stream) {
        try {
            return Optional.of(BudgetId.parse(stream));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private void index(BudgetId budget, long at) {
        entries.now(budget, at).ifPresent(found -> {
            try {
                index.replace(found.header(), found.entries(), forEverybody(budget));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Of each release what it said, found until the next one was out. */
    private List<Entry> forEverybody(BudgetId budget) {
        List<Entry> entries = new ArrayList<>();
        Optional<Span> next = Optional.empty();
        for (FactReader.Held<Facts.ReleaseFact> release : facts.held(
                        budget, Long.MAX_VALUE, FactKind.RELEASE, Facts.ReleaseFact.class)
                .reversed()) {
            Span since = Span.since(release);
            Span span = next.map(since::until).orElse(since);
            facts.load(budget, release.body().position(), TableBasis.INITIAL)
                    .ifPresent(found -> entries.addAll(EntriesOfBudget.forEverybody(found, span)));
            next = Optional.of(since);
        }
        return entries;
    }
}
