package org.mingzhang.query.trail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.mingzhang.ledger.store.RecordedEvent;

/** Filters, said one condition after another. */
record Questions(TrailFilter filter) {
    static Questions text(String word) {
        return new Questions(TrailFilter.EVERYTHING.saying(List.of(TrailTexts.plain(word))));
    }

    static Questions within(TrailFilter.Within within) {
        TrailFilter all = TrailFilter.EVERYTHING;
        return new Questions(new TrailFilter(
                0,
                all.until(),
                all.kind(),
                all.person(),
                all.unit(),
                all.code(),
                all.fewest(),
                all.most(),
                all.document(),
                all.budget(),
                all.outcome(),
                all.words(),
                Optional.of(within)));
    }

    Questions person(String person) {
        return new Questions(filter.by(person));
    }

    /** Something that at least one condition of some event fits, and sometimes something that fits nothing. */
    static TrailFilter any(Random random, List<RecordedEvent> events) {
        TrailKeys keys = keys(random, events);
        TrailKeys other = random.nextInt(4) == 0 ? keys(random, events) : keys;
        long head = events.size();
        return new TrailFilter(
                random.nextInt(3) == 0 ? random.nextLong(head) : 0,
                random.nextInt(3) == 0 ? random.nextLong(head) : Long.MAX_VALUE,
                perhaps(random, keys.kinds()),
                perhaps(random, other.persons()),
                perhaps(random, keys.units()),
                perhaps(random, other.codes()),
                bound(random, keys),
                random.nextInt(5) == 0 ? OptionalLong.of(1 + random.nextLong(1_000_000_000)) : OptionalLong.empty(),
                document(random, keys),
                perhaps(random, List.of(keys.about())),
                perhaps(random, List.of(other.outcome())),
                part(random, perhaps(random, other.texts())).stream().toList(),
                Optional.empty());
    }

    private static TrailKeys keys(Random random, List<RecordedEvent> events) {
        return TrailKeys.of(events.get(random.nextInt(events.size())).envelope());
    }

    /** By a part of a name, by the adjustment that it belongs to, or by both. */
    private static Optional<NamedDocument> document(Random random, TrailKeys keys) {
        String part = part(random, perhaps(random, keys.documents())).orElse("");
        Set<String> ids = perhaps(random, keys.adjustments()).map(Set::of).orElseGet(Set::of);
        return part.isEmpty() && ids.isEmpty() ? Optional.empty() : Optional.of(new NamedDocument(part, ids));
    }

    private static <T> Optional<T> perhaps(Random random, Collection<T> some) {
        return random.nextInt(4) != 0 || some.isEmpty()
                ? Optional.empty()
                : Optional.of(List.copyOf(some).get(random.nextInt(some.size())));
    }

    private static OptionalLong bound(Random random, TrailKeys keys) {
        return random.nextInt(4) != 0 || keys.amounts().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(List.copyOf(keys.amounts())
                        .get(random.nextInt(keys.amounts().size())));
    }

    private static Optional<String> part(Random random, Optional<String> text) {
        return text.filter(whole -> whole.length() > 2).map(whole -> {
            int from = random.nextInt(whole.length() - 1);
            return whole.substring(from, from + 2 + random.nextInt(whole.length() - from - 1));
        });
    }
}
