package org.mingzhang.application.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operation of the API in words, with examples that run.
 *
 * @param address method and pattern, such as {@code POST /api/budgets/{id}/lines}
 * @param answers what a status means here that no example can show, or that means more here than elsewhere
 */
record Operation(String address, String chinese, String english, Map<Integer, String> answers, List<Example> examples) {
    Operation {
        answers = Map.copyOf(answers);
        examples = List.copyOf(examples);
    }

    /**
     * One request with the status that answers it.
     *
     * @param order its place among all examples of the API
     * @param as the role that sends it; empty for nobody
     * @param files texts by their names, for an upload
     * @param workbook the same, of the lines of a document
     * @param body a JSON value
     * @param keeps a member of the answer that later examples use as {@code $member}
     */
    record Example(
            int order,
            Optional<String> as,
            Map<String, Object> path,
            Map<String, Object> query,
            Map<String, Object> headers,
            Map<String, Object> files,
            Map<String, Object> workbook,
            Optional<Object> body,
            int status,
            Optional<String> keeps) {}

    Operation and(List<Example> more) {
        return new Operation(
                address,
                chinese,
                english,
                answers,
                Stream.concat(examples.stream(), more.stream()).toList());
    }
}
