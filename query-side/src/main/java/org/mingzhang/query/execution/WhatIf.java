package org.mingzhang.query.execution;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;

/** What would happen, told by those who decide; the application puts both sides together, and nothing is recorded. */
public interface WhatIf {
    /** An adjustment that is being filled in, by the fields of its form. */
    Outcome submitted(BudgetId budget, Map<String, String[]> form, Locale locale);

    /** The same as a program sends it. */
    Outcome submitted(BudgetId budget, Sending sending, Locale locale);

    /** A change of an approved project that is being filled in, by the fields of its form. */
    Outcome ofProject(BudgetId budget, String project, Map<String, String[]> form, Locale locale);

    /** The same as a program sends it. */
    Outcome ofProject(BudgetId budget, String project, byte[] json, Locale locale);

    /** The reverse of a document that is in effect, as if it were asked for now. */
    Outcome reversed(BudgetId budget, int number, LocalDate effectiveOn, Locale locale);

    /** Documents on their way, one after the other. */
    Outcome decided(BudgetId budget, List<Integer> numbers, Locale locale);

    /** What speaks against a field, in the reader's words. */
    record Objection(String field, String key, String words) {}

    /**
     * What would be recorded.
     *
     * @param against by number of the document, 0 for one that has none yet
     * @param submission at once
     * @param effect afterwards, until it counts
     * @param funds all that it would do to the division's funds meanwhile
     * @param elsewhere all of it in other budgets that documents move too
     */
    record Outcome(
            Map<Integer, List<Objection>> against,
            List<Envelope<BudgetEvent>> submission,
            List<Envelope<BudgetEvent>> effect,
            List<FundsEvent> funds,
            List<Envelope<BudgetEvent>> elsewhere) {}
}
