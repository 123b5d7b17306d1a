package org.mingzhang.command.budget;

import java.util.List;

/**
 * How many entries a list may have, so that its stored form fits wherever it is kept and nobody's texts stop anybody else.
 *
 * <p>Decided here and not in the values, because events that were stored before there were bounds must stay readable.
 */
final class ListRules {
    /** Items, tasks and terms of a statement. */
    static final int MOST_ITEMS = 100;

    /** Indicators of a project or of the department. */
    static final int MOST_INDICATORS = 200;

    /** Lines of an adjustment; more would be another budget. */
    static final int MOST_ENTRIES = 1_000;

    /** Lines that one act states; a workbook makes an act of each row. */
    static final int MOST_RECORDED = 20_000;

    private ListRules() {}

    static void atMost(Findings findings, int most, String field, List<?> entries) {
        findings.require(entries.size() <= most, field, () -> new Refusal.TooManyEntries(most, entries.size()));
    }
}
