package org.mingzhang.query.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.RecordedClock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The instant that is asked of a page about many budgets, or about none: lists, queues, rules, catalogues. */
@Component
public class ListInstant {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final FactReader facts;
    private final Instants instants;
    private final RecordedClock recorded;
    private final CurrentVisitor visitors;
    private final AsOfBars bars;
    private final Clock clock;

    ListInstant(
            FactReader facts,
            Instants instants,
            RecordedClock recorded,
            CurrentVisitor visitors,
            AsOfBars bars,
            Clock clock) {
        this.facts = facts;
        this.instants = instants;
        this.recorded = recorded;
        this.visitors = visitors;
        this.bars = bars;
        this.clock = clock;
    }

    /** Whether the request asks for now. */
    public boolean isNow() {
        return AsOf.ofRequest().now();
    }

    /** Up to where the request asks to read; what has not come yet, or is no instant, is refused. */
    public Moment moment() {
        return instants.of(AsOf.ofRequest(), facts.position());
    }

    /**
     * The position that is asked for of what is a part of the log itself, which knows only when things were recorded; empty for
     * now. On the other clock it is refused.
     */
    public OptionalLong recorded() {
        AsOf asked = AsOf.ofRequest();
        if (asked.effective()) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "recorded-only");
        }
        return asked.now() ? OptionalLong.empty() : OptionalLong.of(moment().position());
    }

    /**
     * The same for what the public may see: it knows nothing of days of recording but only the days on which things came
     * out.
     */
    public Moment momentForEverybody() {
        AsOf asked = AsOf.ofRequest();
        Moment moment = moment();
        return asked.now() || asked.position().isPresent() ? moment : new Moment(facts.position(), dayOf(asked));
    }

    /** The day that was today then; of a position the day on which it was recorded. */
    public LocalDate day() {
        AsOf asked = AsOf.ofRequest();
        Moment moment = moment();
        return dayOf(asked)
                .orElseGet(() -> (asked.now() || moment.position() < 1
                                ? clock.instant()
                                : recorded.recorded(moment.position()))
                        .atZone(SHANGHAI)
                        .toLocalDate());
    }

    /** The budget year of that day; of days before the first year or after the last, which are days as well, the nearest. */
    public FiscalYear year() {
        return FiscalYear.nearest(day().getYear());
    }

    /** Puts the bar above a page that tells of the log itself. */
    public void lookBackRecorded(Model model) {
        bar(model, false);
    }

    /** Puts the bar above a page; without sign-in there is but one clock, the one of releases. */
    public void lookBack(Model model) {
        bar(model, visitors.visitor().isPresent());
    }

    private void bar(Model model, boolean clocks) {
        AsOf asked = AsOf.ofRequest();
        model.addAttribute("asOfBar", bars.plain(asked, moment().position(), clocks));
        model.addAttribute("asOf", asked);
        model.addAttribute("nowOnly", null);
    }

    private static Optional<LocalDate> dayOf(AsOf asked) {
        return asked.instant().map(instant -> instant.atZone(SHANGHAI).toLocalDate());
    }
}
