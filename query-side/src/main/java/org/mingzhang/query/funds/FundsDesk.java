package org.mingzhang.query.funds;

import java.time.Duration;
import java.util.List;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.feed.FactFeed;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Instants;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The funds that a visitor may take down and read, as they stand at the instant that is asked for. */
@Component
class FundsDesk {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final FundsShelf shelf;
    private final FactReader facts;
    private final EventLog log;
    private final FactFeed feed;
    private final Instants instants;
    private final CurrentVisitor visitors;

    FundsDesk(
            FundsShelf shelf,
            FactReader facts,
            EventLog log,
            FactFeed feed,
            Instants instants,
            CurrentVisitor visitors) {
        this.shelf = shelf;
        this.facts = facts;
        this.log = log;
        this.feed = feed;
        this.instants = instants;
        this.visitors = visitors;
    }

    /**
     * Funds with what is known of them.
     *
     * @param asOf the instant that is shown
     * @param whole whether every document there may be seen
     */
    record Opened(FundsId id, long version, AsOf asOf, long position, boolean whole, List<FundedSource> sources) {}

    /** Absent for whom they are not theirs, exactly as what does not exist. */
    Opened open(String id) {
        FundsId funds = parse(id);
        Visitor visitor = visitors.visitor().orElseThrow(PageNotFound::new);
        if (!visitor.drawsOn(funds)) {
            throw new PageNotFound();
        }
        long version = log.streamVersion(funds.toString());
        feed.awaitUnlessStopped(log.head(), LONGEST);
        AsOf asOf = AsOf.ofRequest();
        Moment moment = instants.of(asOf, facts.position());
        List<FundedSource> sources = shelf.of(funds, moment, visitor);
        if (sources.isEmpty() && !asOf.now() && version >= 0) {
            throw new AskedAmiss(HttpStatus.NOT_FOUND, "before-source", asOf.word());
        }
        return new Opened(funds, version, asOf, moment.position(), visitor.covers(funds), sources);
    }

    /** Those that had a source by the instant that is asked for. */
    List<FundsId> mine() {
        Visitor visitor = visitors.visitor().orElseThrow(PageNotFound::new);
        AsOf asOf = AsOf.ofRequest();
        Moment moment = instants.of(asOf, facts.position());
        return shelf.all().stream()
                .filter(visitor::drawsOn)
                .filter(funds -> asOf.now() || !shelf.of(funds, moment, visitor).isEmpty())
                .toList();
    }

    /** Whether the visitor may register and correct there. */
    boolean keeps(FundsId funds) {
        return visitors.visitor()
                .filter(visitor -> visitor.is(Role.BUDGET_OFFICE) && visitor.covers(funds))
                .isPresent();
    }

    /** Whether the visitor keeps funds at all. */
    boolean keeps() {
        return visitors.visitor()
                .filter(visitor -> visitor.is(Role.BUDGET_OFFICE))
                .isPresent();
    }

    private static FundsId parse(String id) {
        try {
            return FundsId.parse(id);
        } catch (InvalidValueException e) {
            throw new PageNotFound();
        }
    }
}
