package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days of decisions; deadlines count calendar days because the law does not say working days (lifecycle.md §1). */
final class DayRules {
    private DayRules() {}

    static void notAhead(Findings findings, String field, LocalDate day, Situation now) {
        findings.require(!day.isAfter(now.today()), field, () -> new Refusal.DayAhead(day, now.today()));
    }

    static void notBefore(Findings findings, String field, LocalDate day, LocalDate earliest) {
        findings.require(!day.isBefore(earliest), field, () -> new Refusal.DayTooEarly(day, earliest));
    }

    /** Days beyond the deadline; lateness is recorded, not refused, because the law does not undo a late act. */
    static int late(LocalDate from, LocalDate day, int allowed) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(from, day) - allowed);
    }
}
