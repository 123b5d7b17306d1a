package org.mingzhang.query.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.Instants;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds the rules that a page or a program asks for. */
@Component
class PolicyDesk {
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    private final PolicyShelf policies;
    private final BudgetShelf budgets;
    private final EventLog log;
    private final Instants instants;
    private final ListInstant instant;

    PolicyDesk(PolicyShelf policies, BudgetShelf budgets, EventLog log, Instants instants, ListInstant instant) {
        this.policies = policies;
        this.budgets = budgets;
        this.log = log;
        this.instants = instants;
        this.instant = instant;
    }

    /** The divisions of the budgets that the visitor may read. */
    List<DivisionCode> divisions() {
        return budgets.all().stream()
                .map(listed -> listed.header().id().division())
                .distinct()
                .sorted()
                .toList();
    }

    /** As of the instant that is asked for. */
    PolicyBook book(DivisionCode division) {
        return policies.of(division, instants.of(AsOf.ofRequest(), log.head()));
    }

    /** By version when one is named, else by day; a page of what there is not is not found. */
    ShownRules rules(DivisionCode division, PolicyBook book, String day, String version) {
        if (!known(division, book)) {
            throw new PageNotFound();
        }
        if (!version.isBlank()) {
            return ShownRules.of(division, book, version.strip()).orElseThrow(PageNotFound::new);
        }
        // Refused in words: the rules of another day must not stand in its place.
        LocalDate asked = day.isBlank()
                ? today()
                : day(day).orElseThrow(() -> new AskedAmiss(HttpStatus.BAD_REQUEST, "policy-day", day.strip(), FIRST));
        return ShownRules.on(division, book, asked);
    }

    /** Divisions are those of budgets, and those that amended rules; before there is any budget it may be of any. */
    private boolean known(DivisionCode division, PolicyBook book) {
        List<DivisionCode> ofBudgets = divisions();
        return ofBudgets.isEmpty()
                || ofBudgets.contains(division)
                || !book.amendments().isEmpty();
    }

    DivisionCode division(String text) {
        try {
            return new DivisionCode(text);
        } catch (InvalidValueException e) {
            throw new PageNotFound();
        }
    }

    /** The day that was today at the instant that is asked for. */
    LocalDate today() {
        return instant.day();
    }

    /** Empty for what is no day, and for days before there were rules. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(day -> !day.isBefore(FIRST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
