package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.facts.LineBalances;

/** Money that events of the sample moved is told with what the ledger of lines says before and after each of them. */
class TrailBalancesTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Long, List<LineBalances.Balance>> known = new HashMap<>();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_a_line_stood_at_is_what_the_ledger_of_lines_says_before_and_after_the_event(TestDatabase kind)
            throws Exception {
        try (SampleOnDatabase sample = SampleOnDatabase.start(kind, data)) {
            Browsing auditor = sample.auditor();
            String file = auditor.get("/ledger/trail?budget=" + BUDGET + "&format=csv")
                    .body();
            int compared = 0;
            for (String group : List.of("adjustment", "execution")) {
                for (JsonNode entry : entries(auditor, group)) {
                    compared += agrees(sample, entry);
                    assertThat(file)
                            .contains(sides(entry, "before"), sides(entry, "after"), sides(entry, "difference"));
                }
            }
            assertThat(compared).isGreaterThan(60);
            tellsWhatIsLeftOfASource(auditor, file(auditor));
        }
    }

    private static List<JsonNode> entries(Browsing auditor, String group) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = JSON.readTree(
                    auditor.get("/api/ledger/trail?kind=" + group + "&budget=" + BUDGET + "&size=7" + next)
                            .body());
            page.get("entries").forEach(all::add);
            next = page.get("next").isNull()
                    ? ""
                    : "&before=" + page.get("next").asText();
        } while (!next.isEmpty());
        return all;
    }

    /** As the files print several changes in one cell. */
    private static String sides(JsonNode entry, String side) {
        List<String> said = new ArrayList<>();
        entry.get("changes").forEach(change -> {
            if (!change.get(side).asText().isEmpty()) {
                said.add(change.get("what").asText() + " " + change.get(side).asText());
            }
        });
        return String.join("；", said);
    }

    private int agrees(SampleOnDatabase sample, JsonNode entry) {
        long position = entry.get("position").asLong();
        LedgerEvent event = sample.application()
                .context()
                .getBean(EventLog.class)
                .read(position - 1, 1)
                .getFirst()
                .envelope()
                .message();
        Map<String, Posting> moved = new LinkedHashMap<>();
        event.postings().forEach(posting -> moved.putIfAbsent(label(posting), posting));
        moved.forEach((label, posting) -> {
            List<JsonNode> told = new ArrayList<>();
            entry.get("changes").forEach(change -> {
                if (change.get("what").asText().equals(label)) {
                    told.add(change);
                }
            });
            assertThat(told).as("%d %s", position, label).isNotEmpty();
            assertThat(told.getFirst().get("before").asText())
                    .as("%d %s", position, label)
                    .isEqualTo(figure(sample, posting, position - 1));
            assertThat(told.getLast().get("after").asText())
                    .as("%d %s", position, label)
                    .isEqualTo(figure(sample, posting, position));
        });
        return moved.size();
    }

    private static String label(Posting posting) {
        return posting.line().value() + " · "
                + switch (posting.stage()) {
                    case INITIAL -> "年初预算";
                    case ADJUSTED -> "调整后预算";
                    case FROZEN -> "冻结";
                    case COMMITTED -> "在途";
                    case EXECUTED -> "执行";
                    case PROVISIONAL -> "批复前预拨";
                    case CARRIED_OVER -> "结转下年";
                    case LAPSED -> "结余收回";
                };
    }

    private String figure(SampleOnDatabase sample, Posting posting, long position) {
        List<Amount> all = known
                .computeIfAbsent(
                        position,
                        at -> sample.application()
                                .context()
                                .getBean(LineBalances.class)
                                .of(BUDGET, at))
                .stream()
                .filter(balance -> balance.line().equals(posting.line()))
                .map(balance -> posting.stage() == Stage.ADJUSTED ? balance.budgeted() : balance.of(posting.stage()))
                .toList();
        return AmountUnit.YUAN.print(Amount.sum(all));
    }

    private static String file(Browsing auditor) {
        return auditor.get("/ledger/trail?kind=funds&format=csv").body();
    }

    /** 预备费: what document 3 drew on it stands before and after. */
    private static void tellsWhatIsLeftOfASource(Browsing auditor, String file) throws Exception {
        JsonNode drawn = JSON.readTree(
                        auditor.get("/api/ledger/trail?kind=source-drawn").body())
                .get("entries");
        assertThat(drawn).isNotEmpty();
        drawn.forEach(entry -> {
            assertThat(file).contains(sides(entry, "before"), sides(entry, "after"));
            assertThat(entry.get("changes")).anySatisfy(change -> {
                assertThat(change.get("what").asText()).contains("预占");
                assertThat(change.get("after").asText()).isEqualTo("0.00");
                assertThat(change.get("before").asText()).isNotEqualTo("0.00").isNotEmpty();
            });
        });
    }
}
