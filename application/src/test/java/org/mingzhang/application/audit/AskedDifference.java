package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.mingzhang.application.pages.Browsing;

/** A difference as programs get it, and whether it is what it says. */
final class AskedDifference {
    static final String ID = "411200-103-2025";
    static final String PAGE = "/budgets/" + ID + "/difference";
    private static final ObjectMapper JSON = new ObjectMapper();

    private AskedDifference() {}

    static int addUp(JsonNode found) {
        Set<Long> told = new HashSet<>();
        found.get("events").forEach(event -> told.add(event.get("position").asLong()));
        int changed = 0;
        for (JsonNode cell : found.get("cells")) {
            long sum = cell.at("/earlier/fen").asLong(0);
            for (JsonNode event : cell.get("events")) {
                sum += event.path("fen").asLong(0);
                assertThat(told).contains(event.get("position").asLong());
            }
            assertThat(sum).as("%s", cell).isEqualTo(cell.path("deltaFen").asLong(0));
            assertThat(cell.path("toFen").asLong(0) - cell.path("fromFen").asLong(0))
                    .isEqualTo(sum);
            changed += cell.get("changed").asBoolean() ? 1 : 0;
        }
        return changed;
    }

    /** Every amount of a table at both instants is the one that the difference says. */
    static void agrees(Browsing auditor, JsonNode found, int table, String before, String after)
            throws JsonProcessingException {
        String address = "/budgets/" + ID + "/tables/" + table;
        if (found.get("pages").asInt() > 1) {
            return; // the first page may end within the table
        }
        JsonNode then = json(auditor, address + "?" + before);
        JsonNode now = json(auditor, address + "?" + after);
        for (JsonNode cell : found.get("cells")) {
            if (cell.get("table").asInt() == table && cell.get("kind").asText().equals("amount")) {
                assertThat(cell.get("fromFen").asLong()).isEqualTo(amount(then, cell));
                assertThat(cell.get("toFen").asLong()).isEqualTo(amount(now, cell));
            }
        }
    }

    static long amount(JsonNode table, JsonNode cell) {
        int column = 0;
        while (!table.at("/columns/" + column + "/key")
                .asText()
                .equals(cell.at("/column/key").asText())) {
            column++;
        }
        for (JsonNode row : table.get("rows")) {
            if (row.get("key").asText().equals(cell.at("/row/key").asText())) {
                return row.at("/cells/" + column + "/fen").asLong(0);
            }
        }
        return 0;
    }

    static void amiss(Browsing auditor, String query, int status, String words) {
        HttpResponse<String> answer = auditor.get("/api" + PAGE + "?" + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(status);
        assertThat(answer.body()).as(query).contains(words);
        if (!query.isEmpty()) {
            HttpResponse<String> page = auditor.get(PAGE + "?" + query);
            assertThat(page.statusCode()).as(query).isEqualTo(status);
            assertThat(page.body()).as(query).contains(words);
        }
    }

    static JsonNode json(Browsing who, String address) throws JsonProcessingException {
        HttpResponse<String> answer = who.get("/api" + address);
        assertThat(answer.statusCode()).as(address + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
