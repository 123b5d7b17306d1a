package org.mingzhang.query.trail;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.audit.AuditScope;
import org.mingzhang.query.export.SlowRows;
import org.mingzhang.query.facts.RecordedClock;
import org.mingzhang.query.feed.FeedStop;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.http.HttpStatus;

/** The trail as an auditor is shown it: whoever audits some budgets sees what is about those. */
class TrailDesk {
    private static final Duration CATCH_UP = Duration.ofMillis(400);
    private static final Duration FOR_A_FILE = Duration.ofSeconds(10);
    private static final int OF_ONE_ACT = 50;

    private final EventLog log;
    private final TrailIndex index;
    private final TrailFeed feed;
    private final RecordedClock clock;
    private final AuditScope scope;
    private final TrailTellings tellings;
    private final ListInstant instant;

    TrailDesk(
            EventLog log,
            TrailIndex index,
            TrailFeed feed,
            RecordedClock clock,
            AuditScope scope,
            TrailTellings tellings,
            ListInstant instant) {
        this.log = log;
        this.index = index;
        this.feed = feed;
        this.clock = clock;
        this.scope = scope;
        this.tellings = tellings;
        this.instant = instant;
    }

    /**
     * One page.
     *
     * @param next before which position to go on; null when there is nothing more
     * @param cut whether the page is not full only because enough was looked at
     * @param position up to which entries can be found
     * @param lacking whether a document is asked for that not all can be found by yet
     */
    public record View(
            List<TrailEntry> entries,
            OptionalLong next,
            boolean cut,
            long position,
            long head,
            boolean limited,
            boolean lacking) {}

    View view(TrailQuestion question, int size, Locale locale) {
        TrailFilter filter = filter(question);
        long covered = covered();
        long before = AskedTrail.before(question, covered);
        TrailIndex.Found found = index.find(filter, before, size, TrailIndex.LOOKED_AT);
        return new View(
                tellings.ofPage(locale).tell(found.events()),
                found.next(),
                found.next().isPresent() && found.events().size() < size,
                covered,
                log.head(),
                filter.within().isPresent(),
                filter.document().isPresent() && !index.isOfThisRelease());
    }

    /**
     * Everything that fits, newest first, a piece at a time while it is gone through. A file says nothing of what it lacks,
     * as a page does; there is none while entries that might belong into it cannot be found yet.
     */
    SlowRows<TrailEntry> all(TrailQuestion question, Locale locale) {
        TrailFilter filter = filter(question);
        long before = AskedTrail.before(question, log.head());
        long last = Math.min(before - 1, filter.until());
        if (!feed.feed().awaitUnlessStopped(last, FOR_A_FILE)) {
            throw new AskedAmiss(
                    HttpStatus.SERVICE_UNAVAILABLE, "trail-behind", feed.feed().reached(), last);
        }
        if (filter.document().isPresent() && !index.isOfThisRelease()) {
            throw new AskedAmiss(HttpStatus.SERVICE_UNAVAILABLE, "trail-made-again");
        }
        TrailTelling telling = tellings.ofFile(locale);
        return lookedOn -> new TrailPieces(index, filter, before, telling, lookedOn);
    }

    /** One entry; what somebody may not see is not there. */
    TrailEntry entry(String position, Locale locale) {
        onlyAuditors();
        long head = head();
        if (!position.matches("\\d{1,18}")) {
            throw new AskedAmiss(HttpStatus.NOT_FOUND, "trail-before", position);
        }
        long at = Long.parseLong(position);
        if (at < 1 || at > head) {
            throw new AskedAmiss(HttpStatus.NOT_FOUND, "trail-position", position, head);
        }
        RecordedEvent event = log.read(at - 1, 1).getFirst();
        if (!sees(event)) {
            throw new PageNotFound();
        }
        return tellings.ofPage(locale).tell(List.of(event)).getFirst();
    }

    /** What else came of the same act, as far as it may be seen. */
    List<TrailEntry> together(TrailEntry entry, Locale locale) {
        List<Long> others = tellings.notes().positions(entry.commandId(), OF_ONE_ACT).stream()
                .filter(position -> position != entry.position())
                .toList();
        List<RecordedEvent> events =
                log.readAt(others).stream().filter(this::sees).toList();
        return tellings.ofPage(locale).tell(events);
    }

    /** Streams that whoever asks may ask about. */
    Set<String> streams() {
        return index.streams().stream().filter(scope::covers).collect(Collectors.toSet());
    }

    /** Of the log as it is asked for. */
    long head() {
        return Math.min(instant.recorded().orElse(Long.MAX_VALUE), log.head());
    }

    /** What stops it; empty while it follows the log. */
    Optional<FeedStop> stopped() {
        return feed.feed().stopped();
    }

    private boolean sees(RecordedEvent event) {
        return scope.covers(TrailKeys.about(event.envelope().message()));
    }

    private long covered() {
        long head = log.head();
        feed.feed().awaitUnlessStopped(head, CATCH_UP);
        return Math.min(log.head(), feed.feed().reached());
    }

    private TrailFilter filter(TrailQuestion question) {
        onlyAuditors();
        Optional<TrailFilter.Within> within =
                scope.isWhole() ? Optional.empty() : Optional.of(new TrailFilter.Within(scope.within(), streams()));
        TrailFilter filter =
                AskedTrail.filter(question, instant -> clock.position(instant, log.head()), index::named, within);
        TrailFilter then =
                instant.recorded().isPresent() ? filter.until(instant.recorded().getAsLong()) : filter;
        then.budget().filter(asked -> !scope.covers(asked)).ifPresent(asked -> {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "trail-budget", asked);
        });
        return then;
    }

    private void onlyAuditors() {
        if (!scope.isAuditor()) {
            throw new PageNotFound();
        }
    }
}
