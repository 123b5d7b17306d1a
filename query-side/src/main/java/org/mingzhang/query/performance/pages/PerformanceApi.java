package org.mingzhang.query.performance.pages;

import java.util.Map;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The performance of a budget as JSON. */
@RestController
class PerformanceApi {
    private final PerformanceReader reader;

    PerformanceApi(PerformanceReader reader) {
        this.reader = reader;
    }

    @GetMapping("/api/budgets/{id}/performance")
    PerformanceView performance(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        return reader.read(id, TableQuestion.read(parameters)).view();
    }
}
