package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** What tells of many budgets, or of none, looks back too: what was released, waiting, in force and to be found then. */
class AsOfListsTest {
    private static final String ID = "411200-103-2025";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CARD = Pattern.compile("href=\"(/budgets/\\d{6}-\\d{3}-\\d{4}[^\"]*)\"");
    private static final List<String> DECIDING = List.of("fuzeren", "yewu", "yusuan", "zhengfu");

    @TempDir
    Path data;

    private SampleOnDatabase sample;

    @AfterEach
    void stop() {
        sample.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void lists_are_those_of_the_instant_and_their_links_keep_it(TestDatabase kind) throws IOException {
        sample = SampleOnDatabase.start(kind, data);
        released();
        waiting();
        others();
        finds();
        years();
    }

    /** The public by the days of releases and by their positions; each card opens. */
    private void released() throws IOException {
        Browsing anybody = new Browsing(sample.application().address());
        JsonNode release = read(anybody, "/api/budgets").at("/budgets/0/release");
        long position = release.get("position").asLong();
        String day = release.get("publishedOn").asText();
        assertThat(cards(anybody, "/?q=&asOf=2025-01-01")).isEmpty();
        assertThat(anybody.get("/?asOf=2025-01-01").body()).contains("不是现在").doesNotContain("name=\"clock\"");
        for (String instant : List.of("asOf=" + day, "asOf=" + position, "asOf=" + (position + 3))) {
            List<String> cards = cards(anybody, "/?year=2025&" + instant);
            assertThat(cards).as(instant).hasSize(1).first().asString().contains("asOf=");
            assertThat(anybody.get(cards.getFirst()).statusCode()).isEqualTo(200);
        }
        assertThat(read(anybody, "/api/budgets?asOf=2025-01-01").get("budgets")).isEmpty();
        assertThat(read(anybody, "/api/budgets?asOf=" + position).get("budgets"))
                .hasSize(1);
        JsonNode before = read(sample.auditor(), "/api/budgets?asOf=2024-12-01&clock=effective")
                .at("/budgets/0");
        assertThat(before.get("phase").asText()).isEqualTo("first-down");
        assertThat(before.has("release")).isFalse();
        assertThat(sample.as("caiwu")
                        .get("/workbench?asOf=2024-12-01&clock=effective")
                        .body())
                .contains("按生效日期截至 2024-12-01", "href=\"/prepare/" + ID + "?asOf=2024-12-01&clock=effective\"");
    }

    /** At any position the queue is what the documents of then say, and nothing can be decided there. */
    private void waiting() throws IOException {
        Random random = new Random(411200);
        TreeSet<Integer> sizes = new TreeSet<>();
        for (int i = 0; i < 25; i++) {
            String instant = i % 5 == 4
                    ? "?asOf=2025-%02d-%02d&clock=effective".formatted(4 + random.nextInt(8), 1 + random.nextInt(28))
                    : "?asOf=" + (150 + random.nextLong(sample.head() - 149));
            for (String login : DECIDING) {
                Browsing decider = sample.as(login);
                List<String> queued = new ArrayList<>();
                read(decider, "/api/approvals" + instant)
                        .forEach(one -> queued.add(one.get("budget").asText() + "/" + one.get("number") + "/"
                                + one.get("next").asText()));
                sizes.add(queued.size());
                for (String one : queued) {
                    String[] parts = one.split("/");
                    JsonNode document =
                            read(decider, "/api/execution/" + parts[0] + "/adjustments/" + parts[1] + instant);
                    assertThat(document.get("status").asText())
                            .as(one + instant)
                            .isEqualTo("in-review");
                }
                String page = decider.get("/approvals" + instant).body();
                assertThat(page).contains("不是现在").doesNotContain("value=\"pass\"");
            }
        }
        assertThat(sizes)
                .as("sometimes something waits, sometimes nothing")
                .contains(0)
                .hasSizeGreaterThan(1);
    }

    private void others() throws IOException {
        Browsing auditor = sample.auditor();
        long head = sample.head();
        JsonNode then = read(auditor, "/api/search?q=调整&kind=adjustment&size=100&asOf=170");
        JsonNode now = read(auditor, "/api/search?q=调整&kind=adjustment&size=100&asOf=" + head);
        assertThat(now.get("total").asInt())
                .isGreaterThanOrEqualTo(then.get("total").asInt());
        assertThat(read(auditor, "/api/search?q=2025&size=8&asOf=1")
                        .get("total")
                        .asInt())
                .as("the budget that was opened first")
                .isOne();
        assertThat(read(auditor, "/api/search?q=2025&size=8&asOf=2019-01-01&clock=effective")
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(read(auditor, "/api/funds?asOf=2019-01-01&clock=effective")).isEmpty();
        assertThat(read(auditor, "/api/policy/411200/amendments?asOf=1")).isEmpty();
        assertThat(auditor.get("/codes/functional?asOf=2024-06-30&clock=effective")
                        .body())
                .contains("2024");
        for (String amiss :
                List.of("asOf=999999999999999999", "asOf=gestern", "asOf=2099-01-01", "asOf=0", "asOf=2025-02-30")) {
            for (String path : List.of(
                    "/",
                    "/approvals",
                    "/policy",
                    "/search",
                    "/workbench",
                    "/units",
                    "/funds",
                    "/comparison",
                    "/codes/years",
                    "/glossary")) {
                HttpResponse<String> answer = sample.as("caiwu").get(path + "?" + amiss);
                assertThat(answer.statusCode()).as(path + amiss).isEqualTo(400);
            }
        }
    }

    /** What the public finds at a position opens there, on the page and for the box in the head. */
    private void finds() throws IOException {
        Browsing anybody = new Browsing(sample.application().address());
        long release =
                read(anybody, "/api/budgets").at("/budgets/0/release/position").asLong();
        for (long position : List.of(release, release + 3, sample.head())) {
            List<String> links = cards(anybody, "/search?q=热线&asOf=" + position);
            read(anybody, "/api/search?q=热线&asOf=" + position)
                    .get("hits")
                    .forEach(hit -> links.add(hit.get("link").asText()));
            assertThat(links).as("at " + position).hasSizeGreaterThan(1);
            for (String link : links) {
                assertThat(link).endsWith("?asOf=" + release);
                assertThat(anybody.get(link).statusCode()).as(link).isEqualTo(200);
            }
        }
        assertThat(read(anybody, "/api/search?q=热线&asOf=" + (release - 1)).get("hits"))
                .isEmpty();
    }

    /** Days before there were budget years, or rules of theirs, are days as well. */
    private void years() {
        Browsing anybody = new Browsing(sample.application().address());
        for (String path : List.of(
                "/codes/functional?asOf=1990-01-01",
                "/codes/years?asOf=1990-01-01",
                "/codes/years?asOf=1990-01-01&format=csv",
                "/search?q=a&asOf=1990-01-01",
                "/api/codes/functional?asOf=1990-01-01",
                "/api/codes/years?asOf=1990-01-01",
                "/api/codes/years/differences?asOf=1990-01-01",
                "/api/codes/years/differences?later=1995",
                "/api/search?q=a&asOf=1990-01-01")) {
            assertThat(anybody.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(sample.as("caiwu")
                        .get("/workbench?asOf=2014-12-31&clock=effective")
                        .statusCode())
                .isEqualTo(200);
    }

    private static List<String> cards(Browsing reader, String path) {
        Matcher card = CARD.matcher(reader.get(path).body());
        List<String> cards = new ArrayList<>();
        while (card.find()) {
            cards.add(card.group(1).replace("&amp;", "&"));
        }
        return cards;
    }

    private static JsonNode read(Browsing reader, String path) throws IOException {
        HttpResponse<String> answer = reader.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
