package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.mingzhang.application.pages.Browsing;

/** What stands in the cells of an official form that was read as JSON, and whether each number is that of the cell it opens. */
final class FormCells {
    private FormCells() {}

    /** Each row covers all columns; each amount is the one of the cell that explains it. */
    static int opened(Browsing who, JsonNode found, boolean follow) throws JsonProcessingException {
        int columns = found.at("/table/columns").size();
        int opened = 0;
        for (JsonNode row : found.at("/table/rows")) {
            assertThat(row.get("cells").size()).as("%s", row).isEqualTo(columns);
            for (int at = 0; at < columns; at++) {
                JsonNode cell = row.get("cells").get(at);
                String link = link(found, row.get("key").asText(), "c" + (at + 1));
                boolean amount = cell.has("fen") && cell.get("fen").asLong() != 0;
                assertThat(!amount || !link.isEmpty()).as("%s opens", row).isTrue();
                if (amount && follow) {
                    assertThat(explained(who, link))
                            .as(link)
                            .isEqualTo(cell.get("fen").asLong());
                    opened++;
                }
            }
        }
        return opened;
    }

    private static String link(JsonNode found, String row, String column) {
        return found.get("explained").path(row.replace('/', '~') + "/" + column).asText("");
    }

    private static long explained(Browsing who, String link) throws JsonProcessingException {
        return OfficialFormsTest.JSON
                .readTree(who.get("/api" + link.replaceFirst("(\\?|$)", "/explanation$1"))
                        .body())
                .at("/fen")
                .asLong(Long.MIN_VALUE);
    }

    static long fen(JsonNode found, String row, int column) {
        return cell(found, row, column).get("fen").asLong();
    }

    static String text(JsonNode found, String row, int column) {
        return cell(found, row, column).get("text").asText();
    }

    static int points(JsonNode found, String row, int column) {
        return Integer.parseInt(text(found, row, column).replace(".", ""));
    }

    private static JsonNode cell(JsonNode found, String row, int column) {
        for (JsonNode one : found.at("/table/rows")) {
            if (one.get("key").asText().equals(row)) {
                return one.get("cells").get(column);
            }
        }
        throw new AssertionError("no row " + row);
    }
}
