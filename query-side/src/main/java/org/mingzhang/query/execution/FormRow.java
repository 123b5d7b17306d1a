package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AmountUnit;

/**
 * A row of the adjustment form.
 *
 * @param side {@code from} or {@code to}
 * @param index its place on that side; filled rows stand before blank ones, as an objection counts them
 */
public record FormRow(String side, int index, String line, String amount) {
    /** So many rows are offered at least. */
    private static final int OFFERED = 3;

    /** As many as an adjustment may have. */
    private static final int MOST = 1_000;

    /** What was typed, in its order, with some blank rows after it. */
    static List<FormRow> typed(String side, Map<String, String> typed) {
        List<FormRow> rows = new ArrayList<>();
        for (int at = 0; at < MOST; at++) {
            String line = typed.getOrDefault(side + "[" + at + "].line", "");
            String amount = typed.getOrDefault(side + "[" + at + "].amount", "");
            if (!line.isBlank() || !amount.isBlank()) {
                rows.add(new FormRow(side, rows.size(), line, amount));
            }
        }
        return withBlanks(side, rows);
    }

    /** Those of a document, as the amounts that are given or gained. */
    static List<FormRow> of(String side, List<AdjustmentEntry> entries) {
        List<FormRow> rows = new ArrayList<>();
        for (AdjustmentEntry entry : entries) {
            boolean giving = entry.change().isNegative();
            if (giving == side.equals("from")) {
                var amount = giving ? entry.change().negated() : entry.change();
                rows.add(new FormRow(side, rows.size(), entry.line().value(), AmountUnit.YUAN.print(amount)));
            }
        }
        return withBlanks(side, rows);
    }

    /** Lines that somebody came for, without amounts yet. */
    static List<FormRow> asked(String side, List<String> lines) {
        List<FormRow> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(new FormRow(side, rows.size(), line, "")));
        return withBlanks(side, rows);
    }

    private static List<FormRow> withBlanks(String side, List<FormRow> filled) {
        List<FormRow> rows = new ArrayList<>(filled);
        int wanted = Math.max(OFFERED, filled.size() + 1);
        while (rows.size() < wanted) {
            rows.add(new FormRow(side, rows.size(), "", ""));
        }
        return rows;
    }
}
