package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the API answers about years beside each other, taken apart. */
final class ComparedAnswers {
    private ComparedAnswers() {}

    static List<Long> totals(JsonNode compared) {
        List<Long> found = new ArrayList<>();
        compared.at("/headline/0/amounts").forEach(amount -> found.add(fen(amount)));
        return found;
    }

    static long fen(JsonNode amount) {
        assertThat(amount.get("known").booleanValue()).isTrue();
        return amount.get("fen").longValue();
    }

    /** The highest rows make the whole, and each row what stands below it. */
    static void addsUp(JsonNode compared, String asked) {
        List<Long> whole = totals(compared);
        for (int year = 0; year < whole.size(); year++) {
            long sum = 0;
            for (JsonNode row : compared.get("rows")) {
                sum += row.get("depth").intValue() == 1 ? fen(row.at("/amounts/" + year)) : 0;
                long below = 0;
                boolean any = false;
                for (JsonNode child : compared.get("rows")) {
                    if (child.get("parent").textValue().equals(row.get("code").textValue())) {
                        below += fen(child.at("/amounts/" + year));
                        any = true;
                    }
                }
                assertThat(any ? below : fen(row.at("/amounts/" + year)))
                        .as(asked + " " + row)
                        .isEqualTo(fen(row.at("/amounts/" + year)));
            }
            assertThat(sum).as(asked + " of year " + year).isEqualTo(whole.get(year));
        }
    }

    static long row(JsonNode compared, String code, int year) {
        for (JsonNode row : compared.get("rows")) {
            if (row.get("code").textValue().equals(code)) {
                return fen(row.at("/amounts/" + year));
            }
        }
        return 0;
    }
}
