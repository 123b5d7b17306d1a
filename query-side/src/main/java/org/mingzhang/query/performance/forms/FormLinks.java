package org.mingzhang.query.performance.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.CellAddress;
import org.mingzhang.query.disclosure.OfficialForm;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.PrintedTable;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the numbers of a form are explained: the cells of tables of the disclosure that show the same. */
final class FormLinks {
    private FormLinks() {}

    /**
     * By what stands for a place at the end of an address.
     *
     * @param at the instant at which the tables say what the form says; empty where whoever asks may read none such
     */
    static Map<String, String> of(BudgetId budget, OfficialForm form, TableQuestion question, Optional<AsOf> at) {
        Map<String, String> links = new LinkedHashMap<>();
        at.ifPresent(instant -> form.explained().forEach((place, cell) -> {
            TableQuestion there = new TableQuestion(question.unit(), cell.basis(), question.scope(), false, instant);
            String path = UriComponentsBuilder.fromPath("/budgets/{budget}/tables/{table}/cells/{row}/{column}")
                    .encode()
                    .buildAndExpand(
                            budget, cell.table(), CellAddress.segment(cell.row()), CellAddress.segment(cell.column()))
                    .toUriString();
            links.put(PrintedTable.place(place.row(), place.column()), path + there.query());
        }));
        return links;
    }
}
