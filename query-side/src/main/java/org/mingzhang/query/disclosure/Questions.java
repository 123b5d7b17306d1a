package org.mingzhang.query.disclosure;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything a template asks of lines, by side: conditions and groups; and on which walk its rows are ordered. */
final class Questions {
    private final Map<FactSide, Set<Dimension>> asked = new EnumMap<>(FactSide.class);

    private final Set<RowOrder> orders = EnumSet.noneOf(RowOrder.class);

    private Questions() {}

    static Questions of(TableTemplate.Body body) {
        Questions questions = new Questions();
        switch (body) {
            case TableTemplate.Body.Blocks blocks -> questions.blocks(blocks);
            case TableTemplate.Body.Panels panels -> panels.panels().forEach(questions::panel);
            case TableTemplate.Body.Form form -> form.rows().forEach(questions::formRow);
        }
        return questions;
    }

    Set<FactSide> sides() {
        return asked.keySet();
    }

    /** A template of two walks keeps lines apart by unit and code, so that both find their first lines. */
    Set<Dimension> asked(FactSide side) {
        Set<Dimension> all = EnumSet.copyOf(of(side));
        if (orders.size() > 1) {
            all.add(Dimension.UNIT);
            all.add(Dimension.FUNCTION);
        }
        return all;
    }

    /** The walk on which the first line of each sum is looked for. */
    RowOrder order() {
        return orders.size() == 1 ? orders.iterator().next() : RowOrder.FIRST_OCCURRENCE;
    }

    private void blocks(TableTemplate.Body.Blocks blocks) {
        ask(blocks.side(), blocks.where());
        columns(blocks.side(), blocks.columns());
        blocks.rows().forEach(row -> row(blocks.side(), row));
    }

    private void row(FactSide side, RowSpec spec) {
        switch (spec) {
            case RowSpec.Fixed fixed -> ask(side, fixed.where());
            case RowSpec.Each each -> {
                ask(side, each.where());
                of(side).addAll(each.by());
                if (each.order() != RowOrder.CODE) {
                    orders.add(each.order());
                }
                each.below().forEach(below -> row(side, below));
            }
        }
    }

    private void panel(TableTemplate.Panel panel) {
        ask(panel.side(), panel.where());
        columns(panel.side(), panel.columns());
        panel.top().forEach(row -> ask(panel.side(), row.where()));
        panel.bottom().forEach(row -> ask(panel.side(), row.where()));
    }

    private void formRow(TableTemplate.FormRow row) {
        for (TableTemplate.FormCell cell : row.cells()) {
            switch (cell.content()) {
                case TableTemplate.FormContent.Money money -> ask(money.side(), money.where());
                case TableTemplate.FormContent.Rate rate -> ask(FactSide.EXPENDITURE, rate.where());
                case TableTemplate.FormContent.Text ignored -> {}
                case TableTemplate.FormContent.Numbered ignored -> {}
            }
        }
    }

    private void columns(FactSide side, List<ColumnSpec> columns) {
        for (ColumnSpec column : columns) {
            if (column.content() instanceof ColumnSpec.Content.Sum(FactPredicate predicate)) {
                ask(side, predicate);
            }
        }
    }

    private void ask(FactSide side, FactPredicate predicate) {
        of(side).addAll(predicate.allowed().keySet());
    }

    private Set<Dimension> of(FactSide side) {
        return asked.computeIfAbsent(side, any -> EnumSet.noneOf(Dimension.class));
    }
}
