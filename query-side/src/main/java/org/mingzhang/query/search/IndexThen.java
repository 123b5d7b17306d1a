package org.mingzhang.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.facts.Moment;

/**
 * What budgets said at earlier moments, for the moments that were asked for last: of each budget that has changed since,
 * read when somebody asks who may. Safe for several threads.
 */
final class IndexThen {
    private static final int MOMENTS = 8;
    /** Of one moment; whoever may see more is told that not all was looked through. */
    private static final int MOST_ENTRIES = 100_000;

    private final TheirEntries entries;
    private final SearchFeed feed;
    private final SearchIndex index;
    private final Duration patience;
    private final Map<Moment, Past> kept = new LinkedHashMap<>(16, 0.75F, true);

    /** @param patience how long somebody waits for what has to be read; the next question goes on from there */
    IndexThen(TheirEntries entries, SearchFeed feed, SearchIndex index, Duration patience) {
        this.entries = entries;
        this.feed = feed;
        this.index = index;
        this.patience = patience;
    }

    /** One moment. */
    private static final class Past {
        private final SearchIndex index = new SearchIndex();
        private final Set<BudgetId> read = new HashSet<>();
        private int entries;
    }

    /** What could be found then, of what is now and of what is not any more. */
    Found find(Question question, int page, int onOnePage) {
        Moment moment = question.then();
        Set<BudgetId> changed = question.own().stream()
                .filter(budget -> moment.day().isPresent() || !feed.has(budget, moment.position()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (changed.isEmpty()) {
            return index.find(question, page, onOnePage);
        }
        Past past = past(moment);
        synchronized (past) {
            boolean whole = read(past, moment, changed);
            Found found = index.find(question.reading(changed), past.index, page, onOnePage);
            return whole ? found : found.inPart();
        }
    }

    private Past past(Moment moment) {
        synchronized (kept) {
            Past past = kept.computeIfAbsent(moment, any -> new Past());
            if (kept.size() > MOMENTS) {
                // Whoever still looks into it holds it; it is nothing but memory.
                kept.remove(kept.keySet().iterator().next());
            }
            return past;
        }
    }

    private boolean read(Past past, Moment moment, Collection<BudgetId> budgets) {
        long until = System.nanoTime() + patience.toNanos();
        boolean whole = true;
        try {
            for (BudgetId budget : budgets) {
                if (past.read.contains(budget)) {
                    continue;
                }
                if (past.entries > MOST_ENTRIES || System.nanoTime() > until) {
                    whole = false;
                    break;
                }
                var told = entries.then(budget, moment);
                if (told.isPresent()) {
                    past.index.addThen(told.get().header(), told.get().entries());
                    past.entries += told.get().entries().size();
                }
                past.read.add(budget);
            }
            past.index.show();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return whole;
    }
}
