package org.mingzhang.query.audit;

import java.util.Map;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Which cell is asked about, and which part of its events.
 *
 * @param row segment of the address that stands for the key of the row; likewise {@code column}
 * @param page of the events, from 1
 */
public record CellQuestion(String id, int table, String row, String column, TableQuestion question, int page) {
    private static final int LAST = 1_000_000;

    public static CellQuestion of(String id, int table, String row, String column, Map<String, String> parameters) {
        return new CellQuestion(
                id, table, row, column, TableQuestion.read(parameters), page(parameters.getOrDefault("page", "1")));
    }

    private static int page(String word) {
        if (!word.matches("[1-9]\\d{0,6}") || Integer.parseInt(word) > LAST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return Integer.parseInt(word);
    }
}
