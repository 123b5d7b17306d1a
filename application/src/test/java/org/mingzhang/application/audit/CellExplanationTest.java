package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.verify.VerifyLedger;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.web.PrintedTable;

/** Where the cells of the sample come from, with its adjustments and months, as everybody and as auditors read it. */
class CellExplanationTest {
    private static final String ID = "411200-103-2025";
    private static final String TABLES = "/budgets/" + ID + "/tables/";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static Browsing auditor;
    private static Browsing anybody;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        auditor = new Browsing(application.address()).as("shenji", "mingzhang-demo");
        anybody = new Browsing(application.address());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void an_auditor_follows_an_adjusted_cell_to_its_document_its_people_and_its_proof() throws Exception {
        Table before = table(3, TableBasis.INITIAL);
        Table after = table(3, TableBasis.ADJUSTED);
        String changed = after.rows().stream()
                .filter(row -> row.kind() == Table.RowKind.ITEM)
                .map(Table.Row::key)
                .filter(key -> !before.amount(key, "合计").equals(after.amount(key, "合计")))
                .findFirst()
                .orElseThrow();
        String address = TABLES + "3/cells/" + PrintedTable.place(changed, "合计");
        JsonNode explained = read(
                auditor.get("/api" + address + "/explanation?basis=adjusted").body());
        JsonNode adjusted = StreamSupport.stream(explained.get("events").spliterator(), false)
                .filter(step -> step.get("event").asText().equals("adjustment-took-effect"))
                .findFirst()
                .orElseThrow();
        assertThat(adjusted.get("maker").get("name").asText()).isNotBlank();
        assertThat(adjusted.get("checks")).isNotEmpty();
        assertThat(adjusted.get("reason").asText()).isNotBlank();
        assertThat(adjusted.get("money").get("fen").asLong()).isNotZero();
        int number = adjusted.get("adjustment").asInt();
        assertThat(auditor.get("/execute/" + ID + "/adjustments/" + number).statusCode())
                .isEqualTo(200);

        Path proof = data.resolve("cell.tlog-proof");
        Files.writeString(proof, auditor.get(adjusted.get("proof").asText()).body(), StandardCharsets.UTF_8);
        assertThat(proofHolds(proof)).isZero();

        String page = auditor.get(address + "?basis=adjusted").body();
        assertThat(page)
                .contains("预算调整生效")
                .contains("/execute/" + ID + "/adjustments/" + number)
                .contains("/api/ledger/proofs/inclusion?position=");
    }

    @Test
    void targets_are_explained_by_the_events_that_said_them_with_what_stood_there_before() {
        JsonNode explained = json(anybody, TABLES + "11/cells/indicator~2/c4");
        assertThat(explained.get("kind").asText()).isEqualTo("text");
        assertThat(explained.get("why").asText()).isEqualTo("said");
        JsonNode step = explained.get("events").get(0);
        assertThat(step.get("event").asText()).isEqualTo("overall-targets-set");
        assertThat(step.get("words").get("before").asText()).isEmpty();
        assertThat(step.get("words").get("after").asText())
                .isEqualTo(explained.get("text").asText())
                .isNotBlank();
    }

    @Test
    void a_share_is_explained_by_the_two_amounts_that_are_divided() {
        JsonNode share =
                json(anybody, TABLES + "3/cells/total/" + encoded("基本支出~小计")).get("share");
        assertThat(share.get("percent").asText()).isEqualTo("82.99%");
        assertThat(share.get("wholeFen").asLong()).isEqualTo(4_263_929_900L);
        assertThat(json(anybody, TABLES + "3/cells/total/" + encoded("合计")).has("share"))
                .isFalse();
    }

    @Test
    void blanks_printed_words_and_names_of_codes_say_why() {
        assertThat(why(TABLES + "1/cells/C0!C1/" + encoded("支出~金额"))).isEqualTo("never");
        assertThat(why(TABLES + "3/cells/103~2010301/" + encoded("项目支出~特定目标类"))).isEqualTo("no-lines");
        assertThat(why(TABLES + "1/cells/S2!S2/" + encoded("收入~项目"))).isEqualTo("template");
        assertThat(why(TABLES + "3/cells/103~2010301/" + encoded("单位（科目名称）"))).isEqualTo("catalogue");
        assertThat(why(TABLES + "3/cells/total/" + encoded("合计"))).isEqualTo("sum");
        for (String language : List.of("zh-CN", "en")) {
            assertThat(anybody.get(TABLES + "1/cells/C0!C1/" + encoded("支出~金额") + "?lang=" + language)
                            .body())
                    .contains(language.equals("en") ? "the form counts no line here" : "表样规定本格不计列");
        }
    }

    @Test
    void what_is_not_there_is_said_in_words_and_what_is_not_released_is_not_there() {
        HttpResponse<String> row =
                anybody.program("/api" + TABLES + "3/cells/103~9999999/" + encoded("合计") + "/explanation");
        assertThat(row.statusCode()).isEqualTo(404);
        assertThat(row.body())
                .contains("\"title\":\"找不到这一页\"", "\"key\":\"row\"")
                .contains("没有“103~9999999”这一行");
        HttpResponse<String> column = anybody.program("/api" + TABLES + "3/cells/total/nothing/explanation");
        assertThat(column.statusCode()).isEqualTo(404);
        assertThat(column.body()).contains("\"title\":\"找不到这一页\"", "\"key\":\"column\"");
        assertThat(anybody.get(TABLES + "3/cells/103~9999999/" + encoded("合计")).body())
                .contains("没有“103~9999999”这一行");
        assertThat(anybody.program("/api" + TABLES + "77/cells/a/b/explanation").statusCode())
                .isEqualTo(404);
        assertThat(anybody.program("/api" + TABLES + "3/cells/total/" + encoded("合计") + "/explanation?page=0")
                        .statusCode())
                .isEqualTo(400);
        assertThat(anybody.program("/api" + TABLES + "3/cells/total/" + encoded("合计") + "/explanation?scope=999999")
                        .statusCode())
                .isEqualTo(404);
        assertThat(anybody.program("/api" + TABLES + "3/cells/total/" + encoded("合计") + "/explanation?asOf=7")
                        .body())
                .doesNotContain("amiss", "detail\":\"没有");
        assertThat(anybody.program("/api/budgets/411200-999-2025/tables/3/cells/total/x/explanation")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void every_number_of_a_table_leads_to_its_explanation() {
        String page = anybody.get(TABLES + "3?unit=yuan").body();
        Matcher links =
                Pattern.compile("href=\"(/budgets/[^\"]*/cells/[^\"]*)\"").matcher(page);
        int found = 0;
        while (links.find()) {
            String address = links.group(1).replace("&amp;", "&");
            assertThat(address).endsWith("?unit=yuan");
            if (found++ % 10 == 0) {
                assertThat(anybody.get(address).statusCode()).as(address).isEqualTo(200);
            }
        }
        assertThat(found).isGreaterThan(40);
    }

    private static int proofHolds(Path proof) {
        Path key = data.resolve("key.txt");
        try {
            Files.writeString(key, anybody.get("/api/ledger/key").body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return VerifyLedger.run(List.of(proof.toString(), "--key", key.toString()), System.out, System.err);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }

    private static String why(String address) {
        return json(anybody, address).get("why").asText();
    }

    private static JsonNode json(Browsing who, String address) {
        return read(who.program("/api" + address + "/explanation").body());
    }

    private static Table table(int number, TableBasis basis) {
        return bean(DisclosureTables.class)
                .table(BudgetId.parse(ID), number, bean(EventLog.class).head(), basis, Scope.DEPARTMENT)
                .orElseThrow();
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }

    private static <T> T bean(Class<T> type) {
        return application.context().getBean(type);
    }
}
