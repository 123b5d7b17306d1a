package org.mingzhang.query.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.ReadableBudgets.Listed;

/**
 * A day by which the law wants something done with a budget, and which has not been done yet.
 *
 * @param rule key of its words: what is due, with its legal basis
 * @param link where it is done
 */
record Deadline(Listed listed, String rule, LocalDate due, LocalDate today, String link) {
    /** 财政批复: within 20 days of the congress's approval (预算法 art. 52). */
    private static final int APPROVAL = 20;

    /** 批复到单位: within 15 days of the department's own approval (预算法 art. 52). */
    private static final int DISTRIBUTION = 15;

    /** 公开: within 20 days of the approval (预算法 art. 14). */
    private static final int PUBLICATION = 20;

    /** Negative when it has passed. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, due);
    }

    public boolean late() {
        return daysLeft() < 0;
    }

    public long daysLate() {
        return -daysLeft();
    }

    /** @param course the phases of the budget, oldest first */
    static Stream<Deadline> of(Listed listed, List<Facts.PhaseFact> course, LocalDate today) {
        String id = listed.header().id().toString();
        String steps = "/prepare/" + id + "/phase";
        return Stream.of(
                        day(course, "enacted")
                                .filter(day -> listed.phase().equals("enacted"))
                                .map(day -> new Deadline(
                                        listed, "deadline.approval", day.plusDays(APPROVAL), today, steps)),
                        day(course, "approved")
                                .filter(day -> listed.phase().equals("approved"))
                                .map(day -> new Deadline(
                                        listed, "deadline.distribution", day.plusDays(DISTRIBUTION), today, steps)),
                        day(course, "approved")
                                .filter(day -> listed.release().isEmpty())
                                .map(day -> new Deadline(
                                        listed,
                                        "deadline.publication",
                                        day.plusDays(PUBLICATION),
                                        today,
                                        "/publish/" + id)))
                .flatMap(Optional::stream);
    }

    private static Optional<LocalDate> day(List<Facts.PhaseFact> course, String phase) {
        return course.stream()
                .filter(fact -> fact.phase().equals(phase))
                .map(Deadline::counted)
                .reduce((earlier, later) -> later);
    }

    /** The congress decides on the day of its resolution, whenever that is recorded. */
    private static LocalDate counted(Facts.PhaseFact fact) {
        return fact.phase().equals("enacted") ? fact.basis().map(Basis::date).orElse(fact.day()) : fact.day();
    }
}
