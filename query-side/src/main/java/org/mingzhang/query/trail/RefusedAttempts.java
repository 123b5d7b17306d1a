package org.mingzhang.query.trail;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.web.AskedAmiss;
import org.springframework.http.HttpStatus;

/**
 * What somebody tried with an adjustment and was refused: the steps that were not taken, and, before it was accepted, its
 * submission under the same number of its request. They stand in a stream of their own, and the trail finds them.
 */
public final class RefusedAttempts {
    /** So many of the newest are told; who hammers at a document is no reason for a pack without an end. */
    public static final int MOST = 500;

    private static final Duration CATCH_UP = Duration.ofSeconds(10);

    private final TrailIndex index;
    private final TrailFeed feed;
    private final TrailTellings tellings;

    RefusedAttempts(TrailIndex index, TrailFeed feed, TrailTellings tellings) {
        this.index = index;
        this.feed = feed;
        this.tellings = tellings;
    }

    /**
     * Those until a position, oldest first.
     *
     * @param requestNumber 发文字号 of the request; blank for none
     * @throws AskedAmiss 503 while the trail cannot find all of them yet
     */
    public List<RecordedEvent> on(AdjustmentRef document, String requestNumber, long until) {
        if (!feed.feed().awaitUnlessStopped(until, CATCH_UP)) {
            throw new AskedAmiss(
                    HttpStatus.SERVICE_UNAVAILABLE, "trail-behind", feed.feed().reached(), until);
        }
        if (!index.isOfThisRelease()) {
            throw new AskedAmiss(HttpStatus.SERVICE_UNAVAILABLE, "trail-made-again");
        }
        String budget = document.budget().toString();
        String number = TrailTexts.plain(requestNumber);
        Stream<RecordedEvent> steps =
                found(budget, new NamedDocument("", Set.of(NamedDocument.id(budget, document.number()))), until);
        Stream<RecordedEvent> submissions = number.length() < TrailTexts.SHORTEST
                ? Stream.of()
                : found(budget, new NamedDocument(number, Set.of()), until)
                        .filter(event ->
                                TrailKeys.of(event.envelope()).documents().contains(number));
        return Stream.concat(steps, submissions)
                .distinct()
                .sorted((one, other) -> Long.compare(other.position(), one.position()))
                .limit(MOST)
                .toList()
                .reversed();
    }

    private Stream<RecordedEvent> found(String budget, NamedDocument document, long until) {
        TrailFilter all = TrailFilter.EVERYTHING;
        TrailFilter filter = new TrailFilter(
                0,
                until,
                Optional.of("command-refused"),
                all.person(),
                all.unit(),
                all.code(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(document),
                Optional.of(budget),
                all.outcome(),
                all.words(),
                all.within());
        return index.find(filter, until + 1, MOST, Integer.MAX_VALUE).events().stream();
    }

    /** What was tried and why it was refused, as the trail says it; in the order of the events. */
    public List<String> sentences(List<RecordedEvent> attempts, Locale locale) {
        return tellings.ofPage(locale).tell(attempts).stream()
                .map(TrailEntry::sentence)
                .toList();
    }
}
