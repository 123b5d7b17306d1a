package org.mingzhang.query.performance.forms;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Which form is asked for.
 *
 * @param project blank for the department as a whole
 * @param month of monitoring; empty for the latest there is
 */
record FormQuestion(FormKind kind, String project, Optional<YearMonth> month, TableQuestion table) {
    static FormQuestion read(String form, Map<String, String> parameters) {
        return new FormQuestion(
                FormKind.ofKey(form).orElseThrow(PageNotFound::new),
                parameters.getOrDefault("project", "").strip(),
                month(parameters.getOrDefault("month", "").strip()),
                TableQuestion.read(parameters));
    }

    private static Optional<YearMonth> month(String word) {
        try {
            return word.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(word));
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }

    /** What follows {@code ?} in a link to the same form. */
    String query() {
        String query = table.query();
        String own = (project.isEmpty() ? "" : "&project=" + project)
                + month.map(said -> "&month=" + said).orElse("");
        return own.isEmpty() ? query : query.isEmpty() ? "?" + own.substring(1) : query + own;
    }
}
