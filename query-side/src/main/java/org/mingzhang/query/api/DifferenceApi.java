package org.mingzhang.query.api;

import java.util.Map;
import org.mingzhang.query.audit.Difference;
import org.mingzhang.query.audit.DifferenceQuestion;
import org.mingzhang.query.audit.DifferenceReader;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a budget says differently at two instants, over all tables, targets and states. */
@RestController
class DifferenceApi {
    private final DifferenceReader reader;

    DifferenceApi(DifferenceReader reader) {
        this.reader = reader;
    }

    @GetMapping("/api/budgets/{id}/difference")
    Difference difference(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        return reader.find(id, DifferenceQuestion.read(parameters));
    }
}
