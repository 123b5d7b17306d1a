package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.ledger.testing.TestDatabase;

/** Pages and answers as of instants of both clocks, of the sample with its adjustments. */
class AsOfPagesTest {
    private static final String ID = "411200-103-2025";
    private static final String TABLES = "/budgets/" + ID + "/tables/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern DOCUMENT =
            Pattern.compile("<li class=\"document[^>]*><a href=\"[^\"]*\"[^>]*><span class=\"code\">([0-9-]+)</span>");

    @TempDir
    Path data;

    private SampleOnDatabase sample;

    @AfterEach
    void stop() {
        sample.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_past_is_read_by_position_by_day_and_by_time_and_proved_by_replay(TestDatabase kind)
            throws JsonProcessingException {
        sample = SampleOnDatabase.start(kind, data);
        Browsing auditor = sample.auditor();
        long head = sample.head();
        Random random = new Random(411200);
        for (int i = 0; i < 12; i++) {
            String instant = i % 2 == 0
                    ? "asOf=" + (120 + random.nextLong(head - 119))
                    : "asOf=2025-%02d-%02d&clock=effective".formatted(2 + random.nextInt(11), 1 + random.nextInt(28));
            String query =
                    "?basis=" + List.of("initial", "adjusted", "executed").get(i % 3) + "&" + instant;
            int table = 1 + random.nextInt(12);
            JsonNode verdict = JSON.readTree(
                    auditor.get("/api" + TABLES + table + "/replayed" + query).body());
            assertThat(verdict.path("equal").asBoolean()).as(query + verdict).isTrue();
            assertThat(verdict.get("readDigest").asText())
                    .isEqualTo(verdict.get("replayedDigest").asText());
        }
        assertThat(auditor.get(TABLES + "3/replayed?asOf=" + head).body()).contains("一致：重放");
        movesToTheDayBefore(auditor);
        saysWhatIsAmiss(auditor, head);
        readsOtherPagesOfThePast(auditor);
        assertThat(auditor.get(TABLES + "3?asOf=" + head + "&lang=en").body()).contains("You see what stood at");
        Browsing anybody = new Browsing(sample.application().address());
        assertThat(anybody.get(TABLES + "3/replayed").statusCode()).isNotEqualTo(200);
        assertThat(anybody.get(TABLES + "3?asOf=2025-03-01").statusCode()).isEqualTo(200);
        assertThat(anybody.get(TABLES + "3?asOf=2025-01-01").statusCode()).isEqualTo(404);
        assertThat(anybody.get(TABLES + "3").body()).doesNotContain("data-asof");
    }

    /** Before the first adjustment took effect there is none; on the day of one that moves money between rows there is. */
    private static void movesToTheDayBefore(Browsing auditor) {
        String page = auditor.get(TABLES + "3?basis=adjusted").body();
        Matcher mark = DOCUMENT.matcher(page);
        TreeSet<LocalDate> effects = new TreeSet<>();
        while (mark.find()) {
            effects.add(LocalDate.parse(mark.group(1)));
        }
        String initial = auditor.get("/api" + TABLES + "3?basis=initial").body();
        assertThat(effective(auditor, effects.getFirst().minusDays(1))).isEqualTo(rows(initial));
        assertThat(effects)
                .anySatisfy(
                        day -> assertThat(effective(auditor, day)).isNotEqualTo(effective(auditor, day.minusDays(1))));
    }

    private static String effective(Browsing auditor, LocalDate day) {
        return rows(auditor.get("/api" + TABLES + "3?basis=adjusted&clock=effective&asOf=" + day)
                .body());
    }

    private static String rows(String table) {
        return table.substring(table.indexOf("\"rows\""), table.indexOf("\"notes\""));
    }

    private static void saysWhatIsAmiss(Browsing auditor, long head) {
        amiss(auditor, "asOf=" + (head + 1_000), 400, "没有事件 " + (head + 1_000));
        amiss(auditor, "asOf=0", 400, "没有事件 0");
        amiss(auditor, "asOf=999999999999999999", 400, "没有事件");
        amiss(auditor, "asOf=2999-01-01", 400, "还没有到");
        amiss(auditor, "asOf=2999-01-01&clock=effective", 400, "还没有到");
        amiss(auditor, "asOf=2019-01-01", 404, "还不存在");
        amiss(auditor, "asOf=2019-01-01&clock=effective", 404, "还不存在");
        amiss(auditor, "asOf=yesterday", 400, "不是时点");
        amiss(auditor, "asOf=2025-13-01", 400, "不是时点");
        amiss(auditor, "asOf=7&clock=effective", 400, "需要一个日期");
        amiss(auditor, "asOf=2025-06-30&clock=sand", 400, "时钟只有");
        assertThat(auditor.get("/api/execution/" + ID + "/months?asOf=2025-06-30&clock=effective")
                        .body())
                .contains("\"2025-06\"")
                .doesNotContain("\"2025-07\"");
        assertThat(auditor.get("/prepare/" + ID + "/phase?asOf=2025-06-30&clock=effective")
                        .body())
                .contains("按生效日期截至 2025-06-30")
                .doesNotContain("总是显示现在");
    }

    private static void amiss(Browsing auditor, String query, int status, String words) {
        for (String path : List.of(TABLES + "3?", "/api" + TABLES + "3?")) {
            HttpResponse<String> answer = auditor.get(path + query);
            assertThat(answer.statusCode()).as(path + query).isEqualTo(status);
            assertThat(answer.body()).as(path + query).contains(words);
        }
    }

    /** Before the adjustments there are no documents; the ledger of lines and the rest stand as they stood. */
    private static void readsOtherPagesOfThePast(Browsing auditor) {
        long released = Long.parseLong(
                auditor.get("/api/budgets/" + ID).body().replaceFirst("(?s).*?\"position\":(\\d+).*", "$1"));
        String then = "?asOf=" + Math.min(released, 115);
        assertThat(auditor.get("/execute/" + ID + "/adjustments").body())
                .contains("/execute/" + ID + "/adjustments/1\"");
        assertThat(auditor.get("/execute/" + ID + "/adjustments" + then).body())
                .contains("不是现在")
                .doesNotContain("/execute/" + ID + "/adjustments/1\"");
        for (String page : List.of(
                "/execute/" + ID,
                "/execute/" + ID + "/projects",
                "/prepare/" + ID + "/targets",
                "/prepare/" + ID + "/statements",
                "/prepare/" + ID)) {
            HttpResponse<String> answer = auditor.get(page + then);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body()).as(page).contains("不是现在").doesNotContain("??");
        }
        assertThat(auditor.get("/api/execution/" + ID + "/adjustments" + then).body())
                .doesNotContain("\"number\":1");
    }
}
