package org.mingzhang.query.api;

import java.util.Map;
import org.mingzhang.query.audit.CellExplainer;
import org.mingzhang.query.audit.CellQuestion;
import org.mingzhang.query.audit.Explanation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a cell of a table comes from, asked as its table is; {@code page} goes on to earlier events. */
@RestController
class CellApi {
    private final CellExplainer explainer;

    CellApi(CellExplainer explainer) {
        this.explainer = explainer;
    }

    @GetMapping("/api/budgets/{id}/tables/{number:\\d{1,2}}/cells/{row}/{column}/explanation")
    Explanation explanation(
            @PathVariable String id,
            @PathVariable int number,
            @PathVariable String row,
            @PathVariable String column,
            @RequestParam Map<String, String> parameters) {
        return explainer
                .explain(CellQuestion.of(id, number, row, column, parameters))
                .explanation();
    }
}
