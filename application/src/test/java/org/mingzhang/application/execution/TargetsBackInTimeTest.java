package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.audit.SampleOnDatabase;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.ledger.testing.TestDatabase;

/** Targets that an adjustment changes are seen back in time, by position and by day, wherever they are shown. */
class TargetsBackInTimeTest {
    private static final String ID = "411200-103-2025";
    private static final String PROJECT = "41120025000000045201";
    private static final String ADJUSTMENTS = "/execute/" + ID + "/adjustments";
    private static final String FORM = "/execute/" + ID + "/projects/" + PROJECT + "/adjustment";
    private static final String PERFORMANCE = "/api/budgets/" + ID + "/performance";
    private static final String HISTORY = "/api/execution/" + ID + "/targets?project=" + PROJECT;
    private static final String REVISED = "≥95.5%";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void before_the_adjustment_the_old_targets_are_shown_and_after_it_the_new_ones(TestDatabase kind)
            throws JsonProcessingException {
        try (SampleOnDatabase sample = SampleOnDatabase.start(kind, data)) {
            Browsing finance = sample.as("caiwu");
            List<String> old = targets(finance, "");
            List<String> revised = new ArrayList<>(old);
            int last = old.size() - 1;
            revised.set(last, old.get(last).replaceFirst("[^ ]+$", REVISED));
            assertThat(revised).isNotEqualTo(old);
            long before = sample.head();
            submit(finance, revised);
            long submitted = sample.head();
            int number = number(finance);
            String document = ADJUSTMENTS + "/" + number;
            decide(sample, "fuzeren", document, "review");
            decide(sample, "yewu", document, "review");
            long decided = sample.head();
            decide(sample, "yusuan", document, "effect");
            sample.await();

            for (long position : List.of(before, submitted, decided)) {
                shows(finance, "asOf=" + position, old);
            }
            shows(finance, "asOf=" + sample.head(), revised);
            shows(finance, "asOf=2025-12-30&clock=effective", old);
            shows(finance, "asOf=2025-12-31&clock=effective", revised);
            assertThat(targets(finance, "")).isEqualTo(revised);
            historyTellsBoth(finance, number, decided, old.get(last), revised.get(last));
        }
    }

    private static void submit(Browsing finance, List<String> targets) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "direction", "CONTENT",
                "amountUnit", "元",
                "effectiveOn", "2025-12-31",
                "reason", "服务标准提高",
                "requestContent", "会议纪要",
                "whole", "true"));
        for (int at = 0; at < targets.size(); at++) {
            String[] parts = targets.get(at).split(" ", -1);
            fields.put("indicators[" + at + "].level1", parts[0]);
            fields.put("indicators[" + at + "].level2", parts[1]);
            fields.put("indicators[" + at + "].name", parts[2]);
            fields.put("indicators[" + at + "].target", parts[3]);
        }
        assertThat(finance.follow(finance.submit(FORM, FORM, fields))).doesNotContain("data-error-summary");
    }

    private static int number(Browsing finance) throws JsonProcessingException {
        JsonNode all = JSON.readTree(
                finance.get("/api/execution/" + ID + "/adjustments").body());
        return all.get(all.size() - 1).get("number").asInt();
    }

    private static void decide(SampleOnDatabase sample, String login, String document, String what) {
        Browsing who = sample.as(login);
        Map<String, String> fields = what.equals("effect") ? Map.of("effectiveOn", "2025-12-31") : Map.of();
        assertThat(who.target(who.submit(document, document + "/" + what, fields)))
                .as("%s of %s", what, login)
                .contains("after=");
    }

    /** On the page of performance, in table 12 as it is printed, and on the page of the project. */
    private static void shows(Browsing finance, String instant, List<String> expected) throws JsonProcessingException {
        assertThat(targets(finance, "?" + instant)).as(instant).isEqualTo(expected);
        boolean revised = expected.getLast().endsWith(REVISED);
        for (String page : List.of(
                "/budgets/" + ID + "/tables/12?",
                "/api/budgets/" + ID + "/tables/12?",
                "/budgets/" + ID + "/performance?",
                "/execute/" + ID + "/targets?project=" + PROJECT + "&")) {
            assertThat(finance.get(page + instant).body().contains(REVISED))
                    .as(page + instant)
                    .isEqualTo(revised);
        }
    }

    private static void historyTellsBoth(Browsing finance, int number, long decided, String old, String revised)
            throws JsonProcessingException {
        JsonNode changes = JSON.readTree(finance.get(HISTORY).body()).get("changes");
        JsonNode newest = changes.get(0);
        assertThat(newest.get("position").asLong()).isGreaterThan(decided);
        assertThat(newest.get("adjustment").asInt()).isEqualTo(number);
        assertThat(newest.get("reason").asText()).isEqualTo("服务标准提高");
        assertThat(newest.get("effective").asText()).isEqualTo("2025-12-31");
        assertThat(newest.get("targets")).hasSize(1);
        assertThat(newest.at("/targets/0/before").asText()).isEqualTo(old.replaceFirst("^.* ", ""));
        assertThat(newest.at("/targets/0/after").asText()).isEqualTo(revised.replaceFirst("^.* ", ""));
        JsonNode then = JSON.readTree(finance.get(HISTORY + "&asOf=" + decided).body());
        assertThat(then.get("changes")).hasSize(changes.size() - 1);
    }

    /** Group, kind, name and value of each, in their order. */
    private static List<String> targets(Browsing finance, String question) throws JsonProcessingException {
        List<String> targets = new ArrayList<>();
        for (JsonNode project :
                JSON.readTree(finance.get(PERFORMANCE + question).body()).get("projects")) {
            if (project.get("project").asText().equals(PROJECT)) {
                project.get("targets")
                        .forEach(target -> targets.add(String.join(
                                " ",
                                target.get("level1").asText(),
                                target.get("level2").asText(),
                                target.get("name").asText(),
                                target.get("target").asText())));
            }
        }
        assertThat(targets).isNotEmpty();
        return targets;
    }
}
