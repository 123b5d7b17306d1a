package org.mingzhang.query.web;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingzhang.kernel.policy.YearEndRules;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.ReadableBudgets.Listed;

/** The days of the end of a year and of its final accounts (预算法 art. 14, 18, 80), as the dated rules say them. */
final class YearDeadlines {
    private static final Set<String> EXECUTING = Set.of("approved", "distributed");
    private static final int DECEMBER_DAYS = 31;

    private YearDeadlines() {}

    /**
     * What is not done yet; nothing on days before there were rules.
     *
     * @param steps of the final accounts, oldest first
     */
    static Stream<Deadline> of(Listed listed, boolean closed, List<Facts.AccountsFact> steps, LocalDate today) {
        return YearEndRules.ofDay(today).stream().flatMap(rules -> of(rules, listed, closed, steps, today));
    }

    private static Stream<Deadline> of(
            YearEndRules rules, Listed listed, boolean closed, List<Facts.AccountsFact> steps, LocalDate today) {
        String accounts = "/execute/" + listed.header().id() + "/accounts";
        Optional<LocalDate> approved = day(steps, AccountsStage.SC_APPROVED);
        Optional<LocalDate> replied = day(steps, AccountsStage.REPLIED);
        return Stream.of(
                        closed ? Optional.<Deadline>empty() : closing(listed, today),
                        replied.isPresent()
                                ? Optional.<Deadline>empty()
                                : after(approved, rules.replyDays())
                                        .map(due ->
                                                new Deadline(listed, "deadline.accounts-reply", due, today, accounts)),
                        day(steps, AccountsStage.UNITS_REPLIED).isPresent()
                                ? Optional.<Deadline>empty()
                                : after(replied, rules.unitReplyDays())
                                        .map(due ->
                                                new Deadline(listed, "deadline.accounts-units", due, today, accounts)),
                        day(steps, AccountsStage.DISCLOSED).isPresent()
                                ? Optional.<Deadline>empty()
                                : after(replied, rules.disclosureDays())
                                        .map(due -> new Deadline(
                                                listed, "deadline.accounts-publication", due, today, accounts)))
                .flatMap(Optional::stream);
    }

    /** Told from the last month of the year on; before, nobody can close it. */
    private static Optional<Deadline> closing(Listed listed, LocalDate today) {
        LocalDate last = LocalDate.of(listed.header().id().year().value(), Month.DECEMBER, DECEMBER_DAYS);
        boolean near = !today.isBefore(last.withDayOfMonth(1));
        return near && EXECUTING.contains(listed.phase())
                ? Optional.of(new Deadline(
                        listed,
                        "deadline.closing",
                        last,
                        today,
                        "/execute/" + listed.header().id() + "/year-end"))
                : Optional.empty();
    }

    private static Optional<LocalDate> after(Optional<LocalDate> from, int days) {
        return from.map(day -> day.plusDays(days));
    }

    /** Accounts that were approved are not returned any more, so that the last of a stage is the one that counts. */
    private static Optional<LocalDate> day(List<Facts.AccountsFact> steps, AccountsStage stage) {
        return steps.stream()
                .filter(step -> step.stage() == stage && !step.returned())
                .map(Facts.AccountsFact::day)
                .reduce((earlier, later) -> later);
    }
}
