package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.TestDatabase;
import org.springframework.web.util.UriUtils;

/** Whatever people do is in the trail and found by each condition alone and by all of them at once, on both databases. */
class TrailQuestionsTest {
    private static final String BUDGET = "411200-103-2025";
    private static final String TRAIL = "/api/ledger/trail?size=500";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void sign_ins_administration_and_reads_are_in_it_and_every_condition_finds(TestDatabase kind) throws Exception {
        try (SampleOnDatabase sample = SampleOnDatabase.start(kind, data)) {
            peopleAtWork(sample);
            Browsing auditor = sample.auditor();
            whatPeopleDidIsTold(auditor);
            conditions(auditor, effective(sample));
            words(auditor);
        }
    }

    /** Somebody fails to sign in, signs in, reads what is not public, and somebody administers. */
    private static void peopleAtWork(SampleOnDatabase sample) throws InterruptedException {
        new Browsing(sample.application().address())
                .post("/sign-in", "/sign-in", Map.of("login", "caiwu", "password", "not this one"));
        assertThat(sample.as("caiwu").get("/execute/" + BUDGET).statusCode()).isEqualTo(200);
        sample.as("admin").post("/users", "/users", Map.of("login", "novice", "displayName", "新人"));
        Browsing auditor = sample.auditor();
        for (int at = 0; at < 300 && found(auditor, "kind=reading&person=caiwu").isEmpty(); at++) {
            Thread.sleep(100); // reads are recorded behind the answer
        }
    }

    private static void whatPeopleDidIsTold(Browsing auditor) {
        Map<String, String> told = Map.of(
                "kind=sign-in-failed&person=caiwu&outcome=refused",
                "caiwu",
                "kind=person-signed-in&person=caiwu",
                "caiwu",
                "kind=account-created&person=novice",
                "novice",
                "kind=reading&person=caiwu&budget=" + BUDGET,
                "未公开数据");
        told.forEach((question, words) -> {
            assertThat(found(auditor, question)).as(question).isNotEmpty();
            assertThat(auditor.get("/ledger/trail?" + question).body())
                    .as(question)
                    .contains(words)
                    .doesNotContain("??");
        });
    }

    /** Each alone finds the document's entry among fewer than all; all at once nothing else. */
    private static void conditions(Browsing auditor, RecordedEvent event) {
        AdjustmentEvent.AdjustmentTookEffect effect =
                (AdjustmentEvent.AdjustmentTookEffect) event.envelope().message();
        Posting moved = effect.postings().getFirst();
        Basis approval = effect.approval().orElseThrow();
        String amount = yuan(moved.delta());
        String second = event.recordedAt().toString();
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("person", event.envelope().actor().login());
        asked.put("unit", moved.classification().unit().value());
        asked.put("code", moved.line().value());
        asked.put("amountFrom", amount);
        asked.put("document", approval.documentNumber());
        asked.put("kind", "adjustment-took-effect");
        asked.put("budget", BUDGET);
        asked.put("q", approval.title().substring(0, 2));
        asked.put("from", second);
        asked.forEach((name, value) -> {
            // the latest come first, and of some conditions there are more pages than one
            Set<Long> found = found(auditor, name + "=" + encoded(value) + "&to=" + encoded(second));
            assertThat(found).as(name + "=" + value).contains(event.position());
        });
        asked.put("to", second);
        asked.put("amountTo", amount);
        asked.put("outcome", "accepted");
        String everything = asked.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        assertThat(found(auditor, everything)).containsExactly(event.position());
        asked.put("outcome", "refused");
        assertThat(found(auditor, everything.replace("outcome=accepted", "outcome=refused")))
                .isEmpty();
    }

    /** One character is too little, and is said to be; two are enough; marks alone are words like others. */
    private static void words(Browsing auditor) {
        HttpResponse<String> one = auditor.get(TRAIL + "&q=" + encoded("政"));
        assertThat(one.statusCode()).isEqualTo(400);
        assertThat(one.body()).contains("“政”太短");
        assertThat(auditor.get("/ledger/trail?lang=en&q=" + encoded("政")).body())
                .contains("is too short");
        assertThat(found(auditor, "q=" + encoded("财政"))).isNotEmpty();
        for (String marks : List.of("，。", "“”", "%_", "''", "（）", "・・")) {
            HttpResponse<String> answer = auditor.get(TRAIL + "&q=" + encoded(marks));
            assertThat(answer.statusCode()).as(marks).isEqualTo(200);
            assertThat(found(auditor, "q=" + encoded(marks))).as(marks).hasSizeLessThan(200);
        }
        HttpResponse<String> tooLong = auditor.get(TRAIL + "&q=" + encoded("财".repeat(500)));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("is too long"); // the language that was asked for stays
        HttpResponse<String> longest = auditor.get(TRAIL + "&q=" + "a".repeat(10_000));
        assertThat(longest.statusCode()).isIn(400, 414, 431);
    }

    private static RecordedEvent effective(SampleOnDatabase sample) {
        EventLog log = sample.application().context().getBean(EventLog.class);
        return log.read(0, 10_000).stream()
                .filter(event -> event.envelope().message() instanceof AdjustmentEvent.AdjustmentTookEffect effect
                        && effect.approval().isPresent()
                        && !effect.postings().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Set<Long> found(Browsing auditor, String question) {
        try {
            Set<Long> positions = new TreeSet<>();
            JsonNode page = JSON.readTree(auditor.get(TRAIL + "&" + question).body());
            page.get("entries")
                    .forEach(entry -> positions.add(entry.get("position").asLong()));
            return positions;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String yuan(Amount amount) {
        return BigDecimal.valueOf(Math.abs(amount.fen()), 2).toPlainString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
