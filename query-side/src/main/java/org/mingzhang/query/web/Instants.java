package org.mingzhang.query.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReadableBudgets;
import org.mingzhang.query.facts.ReadableBudgets.Reader;
import org.mingzhang.query.facts.RecordedClock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What an instant that somebody asks for means for one budget, or why it means nothing. */
@Component
public class Instants {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final ReadableBudgets readable;
    private final FactReader facts;
    private final RecordedClock recorded;
    private final Clock clock;

    Instants(ReadableBudgets readable, FactReader facts, RecordedClock recorded, Clock clock) {
        this.readable = readable;
        this.facts = facts;
        this.recorded = recorded;
        this.clock = clock;
    }

    /**
     * Empty for what the reader may not see or what does not exist: the two look the same. Of a budget that is everybody's it is
     * said which instants are, without a word about what else there is.
     */
    Optional<Moment> moment(BudgetId budget, Reader reader, AsOf asked) {
        return switch (reader) {
            case PUBLIC, ACCOUNTS ->
                readable.position(budget, reader, OptionalLong.empty())
                        .map(now -> asked.now()
                                ? now
                                : released(budget, reader, asked).orElseThrow(() -> noRelease(budget, asked)))
                        .map(Moment::at);
            case STAFF ->
                readable.position(budget, Reader.STAFF, OptionalLong.empty()).map(head -> staff(budget, asked, head));
        };
    }

    /**
     * The same where several budgets are read at one instant: of each the public reads what was out by a position, whichever
     * of them it is of, and where it asks for final accounts what was disclosed with them by then. The position of such a
     * disclosure alone is no release: whoever does not ask for final accounts stays with the release that was out.
     */
    Optional<Moment> momentAmongOthers(BudgetId budget, Reader reader, AsOf asked) {
        if (reader == Reader.STAFF) {
            return moment(budget, reader, asked);
        }
        asked.position().ifPresent(position -> known(position, facts.position()));
        Optional<Moment> exactly = released(budget, reader, asked).map(Moment::at);
        if (asked.position().isEmpty()) {
            return exactly;
        }
        boolean named = reader == Reader.ACCOUNTS
                || asked.position()
                        .filter(position -> isRelease(budget, position))
                        .isPresent();
        if (exactly.isPresent() && named) {
            return exactly;
        }
        return asked.position()
                .flatMap(position -> with(
                        reader,
                        facts.held(budget, position, FactKind.RELEASE, Facts.ReleaseFact.class).stream()
                                .map(held -> held.body().position())
                                .reduce((earlier, later) -> later),
                        () -> readable.accounts(budget, position, LocalDate.MAX)))
                .map(Moment::at);
    }

    private boolean isRelease(BudgetId budget, long position) {
        return facts.history(budget, Long.MAX_VALUE, FactKind.RELEASE, Facts.ReleaseFact.class).stream()
                .anyMatch(release -> release.position() == position);
    }

    private static Optional<Long> with(Reader reader, Optional<Long> released, Supplier<Optional<Long>> accounts) {
        return reader == Reader.ACCOUNTS && released.isPresent()
                ? ReadableBudgets.latest(released, accounts.get())
                : released;
    }

    /** The public moves between releases: to one by its position, or to the last that was out by a day. */
    private Optional<Long> released(BudgetId budget, Reader reader, AsOf asked) {
        if (asked.now() || asked.position().isPresent()) {
            return readable.position(
                    budget, reader, asked.position().map(OptionalLong::of).orElse(OptionalLong.empty()));
        }
        LocalDate day = asked.day()
                .orElseGet(() -> asked.instant().orElseThrow().atZone(SHANGHAI).toLocalDate());
        if (day.isAfter(clock.instant().atZone(SHANGHAI).toLocalDate()) && !cameOut(day)) {
            refuseFuture(asked);
        }
        return with(
                reader,
                facts.history(budget, Long.MAX_VALUE, FactKind.RELEASE, Facts.ReleaseFact.class).stream()
                        .filter(release -> !release.publishedOn().isAfter(day))
                        .map(Facts.ReleaseFact::position)
                        .reduce((earlier, later) -> later),
                () -> readable.accounts(budget, Long.MAX_VALUE, day));
    }

    /**
     * Whether something came out on that day or later, of whatever budget, because several are read at one instant: days that the
     * books know are none of the future, whatever the clock says.
     */
    private boolean cameOut(LocalDate day) {
        return facts.heldNow(FactKind.RELEASE, Facts.ReleaseFact.class).stream()
                        .anyMatch(held -> !held.body().publishedOn().isBefore(day))
                || facts.heldNow(FactKind.ACCOUNTS, Facts.AccountsFact.class).stream()
                        .anyMatch(held ->
                                held.body().disclosed() && !held.body().day().isBefore(day));
    }

    /** By a position that is no release it is not said whether anything else is there. */
    private AskedAmiss noRelease(BudgetId budget, AsOf asked) {
        List<Facts.ReleaseFact> releases =
                facts.history(budget, Long.MAX_VALUE, FactKind.RELEASE, Facts.ReleaseFact.class);
        if (asked.position().isEmpty()) {
            return new AskedAmiss(
                    HttpStatus.NOT_FOUND,
                    "before-release",
                    asked.word(),
                    releases.getFirst().publishedOn());
        }
        String positions = Stream.concat(
                        releases.stream().map(Facts.ReleaseFact::position),
                        readable.accounts(budget, Long.MAX_VALUE, LocalDate.MAX).stream())
                .sorted()
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return new AskedAmiss(HttpStatus.NOT_FOUND, "no-release", asked.word(), positions);
    }

    /** For what is no budget's: what has not come yet, or is no event, is said; whether anything was there is not asked. */
    public Moment of(AsOf asked, long head) {
        return asked.now()
                ? Moment.at(head)
                : asked.position()
                        .map(position -> Moment.at(known(position, head)))
                        .orElseGet(() -> at(asked, head));
    }

    private Moment staff(BudgetId budget, AsOf asked, long head) {
        Moment moment = of(asked, head);
        if (asked.now()) {
            return moment;
        }
        List<FactReader.Held<Facts.PhaseFact>> phases = facts.held(budget, head, FactKind.PHASE, Facts.PhaseFact.class);
        FactReader.Held<Facts.PhaseFact> first = phases.getFirst();
        boolean begun = asked.instant()
                .filter(instant -> !instant.atZone(SHANGHAI)
                        .toLocalDate()
                        .isBefore(first.body().day()))
                .isPresent();
        if (moment.position() < first.from() && begun) {
            throw new AskedAmiss(
                    HttpStatus.NOT_FOUND,
                    "before-recorded",
                    asked.word(),
                    Long.toString(first.from()),
                    recorded.recorded(first.from()).atZone(SHANGHAI).toLocalDate());
        }
        if (moment.position() < first.from() || !moment.counts(first.body().day())) {
            throw new AskedAmiss(
                    HttpStatus.NOT_FOUND,
                    "before-first",
                    asked.word(),
                    Long.toString(first.from()),
                    first.body().day());
        }
        return moment;
    }

    private static long known(long position, long head) {
        if (position < 1 || position > head) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "position", Long.toString(position), Long.toString(head));
        }
        return position;
    }

    private Moment at(AsOf asked, long head) {
        Instant instant = refuseFuture(asked);
        return asked.effective() ? new Moment(head, asked.day()) : Moment.at(recorded.position(instant, head));
    }

    /** The instant of a day or time. */
    private Instant refuseFuture(AsOf asked) {
        Instant instant = asked.instant().orElseThrow();
        LocalDate today = clock.instant().atZone(SHANGHAI).toLocalDate();
        boolean future = asked.day().map(day -> day.isAfter(today)).orElseGet(() -> instant.isAfter(clock.instant()));
        if (future) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "future", asked.word());
        }
        return instant;
    }
}
