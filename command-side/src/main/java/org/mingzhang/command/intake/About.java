package org.mingzhang.command.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.InvalidValueException;

/**
 * What the sheet 说明 says of the workbook: for which budget it is, and in which unit its amounts are.
 *
 * <p>Its other rows, such as names and the source, are for people.
 */
final class About {
    static final String BUDGET = "预算编号";
    static final String UNIT = "金额单位";

    /** The report that rows of execution come from, by the fields they are read into. */
    static final Map<String, String> SOURCE =
            Map.of("来源文号", "documentNumber", "来源名称", "title", "来源单位", "issuer", "来源日期", "date");

    /** Where the unit can be chosen when the workbook does not state it. */
    public static final Place UNIT_PLACE = new Place(SheetKind.ABOUT, 0, UNIT);

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Choices choices;

    private About(Choices choices) {
        this.choices = choices;
    }

    static About of(Optional<HeadedSheet> sheet, Choices choices) {
        About about = new About(choices);
        sheet.filter(HeadedSheet::readable).ifPresent(found -> found.rows().forEach(about::add));
        return about;
    }

    private void add(Row row) {
        String item = row.text("item");
        row.recognisedBy(item);
        row.judged(Verdict.UNCHANGED);
        if (rows.putIfAbsent(item, row) != null) {
            row.note("item", "intake.key-twice", item);
        }
    }

    /** Notes a workbook that is meant for another budget. */
    void check(BudgetId budget) {
        Row row = rows.get(BUDGET);
        if (row != null && !row.text("content").equals(budget.toString())) {
            row.note("content", "intake.other-budget", row.text("content"));
        }
    }

    /** The unit of all amounts; empty when it is not stated or is none, which is noted with the row then. */
    Optional<AmountUnit> unit() {
        String chosen = choices.mended().getOrDefault(UNIT_PLACE, "");
        Row row = rows.get(UNIT);
        String text = !chosen.isEmpty() || row == null ? chosen : row.text("content");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(AmountUnit.ofLabel(text));
        } catch (InvalidValueException e) {
            if (row != null) {
                row.note("content", e.rule(), e.text());
            }
            return Optional.empty();
        }
    }

    /** What it says of an item; empty when nothing. */
    String text(String item) {
        Row row = rows.get(item);
        return row == null ? "" : row.text("content");
    }

    /** Whether the workbook says something about the unit, right or wrong. */
    boolean statesUnit() {
        return rows.containsKey(UNIT) && !rows.get(UNIT).text("content").isEmpty();
    }
}
