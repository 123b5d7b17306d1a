package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.application.audit.AskedDifference.ID;
import static org.mingzhang.application.audit.AskedDifference.PAGE;
import static org.mingzhang.application.audit.AskedDifference.addUp;
import static org.mingzhang.application.audit.AskedDifference.agrees;
import static org.mingzhang.application.audit.AskedDifference.amiss;
import static org.mingzhang.application.audit.AskedDifference.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.web.Years;

/** Differences of two instants of the sample with its adjustments, as auditors, one unit and everybody read them. */
class DifferenceTest {

    @TempDir
    Path data;

    private SampleOnDatabase sample;

    @AfterEach
    void stop() {
        sample.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_differs_is_what_the_tables_say_with_the_events_that_made_it(TestDatabase kind) throws Exception {
        sample = SampleOnDatabase.start(kind, data);
        Browsing auditor = sample.auditor();
        long head = sample.head();
        Random random = new Random(20250210);
        int compared = 0;
        for (int i = 0; i < 12; i++) {
            String from = i % 2 == 0 ? Long.toString(1 + random.nextLong(head - 1)) : day(random);
            String to = i % 2 == 0 ? Long.toString(1 + random.nextLong(head - 1)) : day(random);
            String clock = i % 2 == 0 ? "" : "&clock=effective";
            String basis = "basis=" + List.of("initial", "adjusted", "executed").get(i % 3);
            JsonNode found = json(auditor, PAGE + "?cells=all&" + basis + clock + "&from=" + from + "&to=" + to);
            String earlier = found.at("/from/asked").asText();
            String later = found.at("/to/asked").asText();
            assertThat(found.get("swapped").asBoolean()).isEqualTo(!earlier.equals(from));
            compared += addUp(found);
            agrees(auditor, found, 3, "asOf=" + earlier + clock + "&" + basis, "asOf=" + later + clock + "&" + basis);
        }
        assertThat(compared).isGreaterThan(250);
        tellsDocumentsAndTheirStates(auditor);
        namesRowsAndWhoeverDidIt(auditor);
        comparesTheTwoClocksOfADay(auditor);
        comparesTwoMeasuresAtOneInstant(auditor, head);
        isTakenAlongAsItIsShown(auditor);
        saysWhatIsAmiss(auditor, head);
        isForEverybodyBetweenReleasesOnly(head);
        isForOneUnitItsOwn();
    }

    private static String day(Random random) {
        return "2025-%02d-%02d".formatted(2 + random.nextInt(11), 1 + random.nextInt(28));
    }

    private static void tellsDocumentsAndTheirStates(Browsing auditor) throws JsonProcessingException {
        JsonNode year = json(auditor, PAGE + "?clock=effective&basis=adjusted&from=2025-02-10&to=2025-12-31");
        TreeSet<String> states = new TreeSet<>();
        year.get("states")
                .forEach(state -> states.add(state.get("kind").asText() + " "
                        + state.get("subject").asText() + " "
                        + state.get("from").asText() + ">" + state.get("to").asText()));
        assertThat(states).contains("document 1 >effective", "document 5 >returned");
        assertThat(year.at("/from/phase").asText()).isEqualTo("distributed");
        JsonNode step = null;
        for (JsonNode event : year.get("events")) {
            step = event.get("event").asText().equals("adjustment-took-effect") ? event : step;
        }
        assertThat(step).isNotNull();
        assertThat(step.at("/maker/name").asText()).isNotBlank();
        assertThat(step.get("reason").asText()).isNotBlank();
        assertThat(step.get("proof").asText()).contains("proofs/inclusion");
        JsonNode changed = year.at("/cells/0");
        for (String end : List.of("explainedFrom", "explainedTo")) {
            String address = changed.get(end).asText();
            assertThat(address).contains("clock=effective");
            assertThat(auditor.get(address).statusCode()).as(address).isEqualTo(200);
        }
        assertThat(auditor.get(PAGE + "?clock=effective&basis=adjusted&from=2025-02-10&to=2025-12-31&lang=en")
                        .body())
                .contains("Made by events", "Adjustment in effect", "Adjustment 5")
                .doesNotContain("??");
        auditor.get(PAGE + "?lang=zh-CN");
        JsonNode opening = json(auditor, PAGE + "?from=1");
        assertThat(opening.get("targets")).isNotEmpty();
        assertThat(opening.at("/targets/0/indicators/0/to").asText()).isNotBlank();
        assertThat(opening.at("/cells/0/standing").asText()).isEqualTo("both");
        assertThat(opening.toString()).contains("\"standing\":\"appeared\"");
        assertThat(json(auditor, PAGE + "?from=120&to=120").get("cellsInAll").asInt())
                .isZero();
    }

    /** All of the sample was recorded today; by then most of it had been in effect for long. */
    private static void comparesTheTwoClocksOfADay(Browsing auditor) throws JsonProcessingException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        JsonNode clocks = json(auditor, PAGE + "?clock=both&basis=adjusted&from=" + today);
        assertThat(clocks.get("clock").asText()).isEqualTo("both");
        assertThat(clocks.at("/from/clock").asText()).isEqualTo("recorded");
        assertThat(clocks.at("/to/clock").asText()).isEqualTo("effective");
        addUp(clocks);
        assertThat(auditor.get(PAGE + "?clock=both&from=" + today).body()).contains("那天结束时已经入账");
    }

    private static void isTakenAlongAsItIsShown(Browsing auditor) throws IOException {
        String asked = PAGE + "?clock=effective&basis=adjusted&from=2025-02-10&to=2025-12-31";
        JsonNode found = json(auditor, asked);
        int rows = found.get("cellsInAll").asInt()
                + found.get("states").size()
                + found.get("targets").size();
        String csv = auditor.get(asked + "&format=csv").body();
        assertThat(csv).contains("行键", "已生效");
        assertThat(csv.lines().count()).isGreaterThanOrEqualTo(rows);
        try (ReadableWorkbook book = new ReadableWorkbook(
                new ByteArrayInputStream(auditor.bytes(asked + "&format=xlsx").body()))) {
            assertThat(book.getFirstSheet().read().size()).isGreaterThanOrEqualTo(rows);
        }
    }

    private static void namesRowsAndWhoeverDidIt(Browsing auditor) throws JsonProcessingException {
        String asked = PAGE + "?clock=effective&basis=adjusted&from=2025-05-25&to=2025-05-27";
        JsonNode found = json(auditor, asked);
        found.get("cells")
                .forEach(cell -> assertThat(cell.at("/row/name").asText())
                        .as("%s", cell)
                        .isNotBlank()
                        .doesNotContain("{"));
        TreeSet<String> reviewers = new TreeSet<>();
        TreeSet<String> checkers = new TreeSet<>();
        for (JsonNode event : found.get("events")) {
            if (event.get("event").asText().equals("adjustment-reviewed")) {
                reviewers.add(event.at("/by/name").asText());
                event.get("checks")
                        .forEach(check -> checkers.add(check.at("/person/name").asText()));
            }
        }
        assertThat(reviewers).hasSizeGreaterThan(1);
        assertThat(checkers).containsAll(reviewers);
        String page = auditor.get(asked).body();
        assertThat(page).doesNotContain("{money}");
        assertThat(reviewers).allSatisfy(name -> assertThat(page).contains(">" + name + "</td>"));
    }

    private static void comparesTwoMeasuresAtOneInstant(Browsing auditor, long head) throws JsonProcessingException {
        for (String instant : List.of("", "from=" + head, "from=2025-06-30&clock=effective")) {
            for (String bases : List.of(
                    "basis=initial&toBasis=adjusted",
                    "basis=adjusted&toBasis=executed",
                    "basis=executed&toBasis=initial")) {
                JsonNode found = json(auditor, PAGE + "?cells=all&table=3&" + bases + "&" + instant);
                assertThat(found.get("swapped").asBoolean()).isFalse();
                assertThat(addUp(found)).as(bases).isPositive();
                assertThat(found.get("states")).isEmpty();
                String then = instant.replace("from=", "asOf=");
                agrees(
                        auditor,
                        found,
                        3,
                        then + "&basis=" + found.get("basis").asText(),
                        then + "&basis=" + found.get("toBasis").asText());
            }
        }
        String page = auditor.get(PAGE + "?basis=initial&toBasis=adjusted").body();
        assertThat(page).contains("左边是年初预算，右边是调整后预算").doesNotContain("??");
        assertThat(json(auditor, PAGE + "?basis=adjusted&toBasis=adjusted&from=" + head)
                        .get("cellsInAll")
                        .asInt())
                .isZero();
        amiss(auditor, "basis=initial&toBasis=adjusted&from=160&to=161", 400, "同一时点");
        amiss(auditor, "basis=initial&toBasis=adjusted&from=2025-06-30&clock=both", 400, "同一时点");
        amiss(auditor, "from=160&toBasis=promised", 400, "没有“promised”这种口径");
    }

    private static void saysWhatIsAmiss(Browsing auditor, long head) {
        amiss(auditor, "", 400, "需要一个起点");
        amiss(auditor, "from=" + (head + 1_000), 400, "没有事件 " + (head + 1_000));
        amiss(auditor, "from=120&to=0", 400, "没有事件 0");
        amiss(auditor, "from=2999-01-01", 400, "还没有到");
        amiss(auditor, "from=120&to=2999-01-01", 400, "还没有到");
        amiss(auditor, "from=2019-01-01", 404, "还不存在");
        amiss(auditor, "from=yesterday", 400, "不是时点");
        amiss(auditor, "from=120&clock=effective", 400, "需要一个日期");
        amiss(auditor, "from=120&clock=both", 400, "需要一个日期");
        amiss(auditor, "from=2025-06-30&to=2025-07-01&clock=both", 400, "不是同一天");
        amiss(auditor, "from=120&clock=sand", 400, "三种");
        amiss(auditor, "from=120&cells=some", 400, "changed");
        amiss(auditor, "from=120&page=0", 400, "不是页码");
        amiss(auditor, "from=120&table=77", 404, "没有第 77 张");
        amiss(auditor, "from=120&scope=999999", 404, "没有单位 999999");
        assertThat(auditor.get(PAGE + "?from=200&to=120").body()).contains("已经对调");
        assertThat(auditor.get("/budgets/411200-999-2025/difference?from=1").statusCode())
                .isEqualTo(404);
    }

    private void isForEverybodyBetweenReleasesOnly(long head) throws JsonProcessingException {
        Browsing anybody = new Browsing(sample.application().address());
        long released =
                json(anybody, "/budgets/" + ID + "/tables").get("position").asLong();
        assertThat(released).isPositive().isLessThan(head);
        JsonNode same = json(anybody, PAGE + "?from=" + released);
        assertThat(same.get("cellsInAll").asInt()).isZero();
        assertThat(same.at("/to/position").asLong()).isEqualTo(released);
        assertThat(anybody.get(PAGE).statusCode()).isEqualTo(200);
        for (String unreleased : List.of("from=" + (released - 1), "from=" + released + "&to=" + head, "from=1")) {
            assertThat(anybody.program("/api" + PAGE + "?" + unreleased).statusCode())
                    .as(unreleased)
                    .isEqualTo(404);
        }
        assertThat(anybody.get(PAGE + "?from=2025-06-30&clock=both").body()).contains("须是本预算的工作人员");
    }

    private void isForOneUnitItsOwn() throws JsonProcessingException {
        sample.application()
                .context()
                .getBean(AccountDirectory.class)
                .create(
                        new NewAccount("unit", "unit", Set.of(Role.UNIT_OFFICER), "411200-103/103005", Years.ALL),
                        "correct-horse-7");
        Browsing unit = new Browsing(sample.application().address()).as("unit", "correct-horse-7");
        JsonNode own = json(unit, PAGE + "?clock=effective&basis=adjusted&from=2025-02-10&scope=103005");
        addUp(own);
        assertThat(unit.program("/api" + PAGE + "?from=120").statusCode()).isEqualTo(404);
    }
}
