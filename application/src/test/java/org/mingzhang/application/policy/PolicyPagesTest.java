package org.mingzhang.application.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.pages.Browsing;

/** The page of the rules of a division: what it shows, takes and keeps, and what auditors read of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyPagesTest {
    @TempDir
    static Path data;

    private static PolicyScene scene;

    /** Somebody of another division was turned away, and one amendment by two people is in force. */
    @BeforeAll
    static void start() throws Exception {
        scene = PolicyScene.start(data);
        String amendments = PolicyScene.POLICY + "/amendments";
        assertThat(scene.send("elsewhere", "POST", amendments, PolicyScene.stopFromToday())
                        .statusCode())
                .isEqualTo(403);
        assertThat(scene.send("desk", "POST", amendments, PolicyScene.stopFromToday())
                        .statusCode())
                .isEqualTo(201);
        assertThat(scene.send("desk", "POST", amendments + "/1/force", "{}").statusCode())
                .isEqualTo(409);
        assertThat(scene.send("office", "POST", amendments + "/1/force", "{\"opinion\":\"同意\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        scene.application().close();
    }

    @Test
    @Order(1)
    void the_page_shows_the_rules_their_history_and_takes_a_proposal() {
        Browsing desk = scene.browsing("desk");
        String page = desk.get("/policy?division=411200").body();
        assertThat(page).contains("三财〔2026〕9号").contains("本级修订第 1 号").contains("不予受理");

        String refused = desk.follow(desk.submit(
                "/policy?division=411200",
                "/policy/411200/amendments",
                Map.of(
                        "from",
                        PolicyScene.today().toString(),
                        "reason",
                        "试行",
                        "paths[0].kind",
                        "SUPPLEMENT_BY_REVISION",
                        "paths[0].finance_review",
                        "true",
                        "paths[0].basis",
                        "市规定")));
        assertThat(refused).contains("人大常委会批准").contains("value=\"试行\"");
        String proposed = desk.follow(desk.submit(
                "/policy?division=411200",
                "/policy/411200/amendments",
                Map.of(
                        "from",
                        PolicyScene.today().toString(),
                        "reason",
                        "放宽",
                        "limits[0].id",
                        "annual-cut-off",
                        "limits[0].measure",
                        "AFTER_DAY",
                        "limits[0].bound",
                        "12-01",
                        "limits[0].effect",
                        "WARN",
                        "limits[0].basis",
                        "市规定")));
        assertThat(proposed).contains("本级修订第 2 号").contains("待决定");
        assertThat(desk.get("/policy?division=411200&lang=en").body())
                .contains("Rules for adjustments")
                .doesNotContain("??");
    }

    @Test
    @Order(2)
    void an_auditor_reads_what_was_handed_in_about_the_rules_refused_or_not() {
        Browsing auditor = scene.browsing("auditor");
        String refused = auditor.get("/ledger/submissions?budget=411200-policy&outcome=REFUSED")
                .body();
        assertThat(refused)
                .contains("提出规则修订")
                .contains("不归提交人管的财政区划")
                .contains("elsewhere")
                .contains("施行规则修订")
                .contains("人大常委会批准")
                .doesNotContain("??");
        assertThat(auditor.get("/ledger/submissions?budget=411200-policy&outcome=ACCEPTED&lang=en")
                        .body())
                .contains("put an amendment of the rules in force")
                .contains("desk")
                .doesNotContain("??");
        assertThat(auditor.get("/ledger/submissions?budget=411300-policy").statusCode())
                .isEqualTo(404);
        assertThat(auditor.bytes("/api/ledger/bundle.zip?budget=411200-policy&submissions=true")
                        .statusCode())
                .isEqualTo(200);
        assertThat(auditor.get("/ledger").body()).contains("411200-policy").contains("411200-funds-2025");
    }

    @Test
    @Order(3)
    void a_form_that_was_refused_is_mended_and_sent_again_with_the_key_it_had() {
        Browsing office = scene.browsing("office");
        Map<String, String> fields = new HashMap<>(Map.of("key", "same-key-of-the-form", "reason", ""));
        String decline = "/policy/411200/amendments/2/decline";
        String page = "/policy?division=411200";
        assertThat(office.follow(office.post(page, decline, fields))).contains("data-error-summary");
        fields.put("reason", "不予采纳");
        assertThat(office.follow(office.post(page, decline, fields)))
                .contains("不予采纳")
                .doesNotContain("data-error-summary");
    }

    @Test
    @Order(4)
    void the_rules_of_a_day_are_files_too() {
        Browsing finance = scene.browsing("finance");
        String list = "/policy?division=411200&of=";
        String limits = new String(finance.bytes(list + "limits&format=csv").body(), StandardCharsets.UTF_8);
        assertThat(limits).contains("annual-cut-off").contains("不予受理").contains("三财〔2026〕9号");
        assertThat(new String(
                        finance.bytes(list + "limits&day=2025-06-01&format=csv").body(), StandardCharsets.UTF_8))
                .as("of the day that was asked for")
                .doesNotContain("三财〔2026〕9号");
        String paths = new String(finance.bytes(list + "paths&format=csv").body(), StandardCharsets.UTF_8);
        assertThat(paths).contains("项目间调剂").contains("政府决定").doesNotContain("annual-cut-off");
        assertThat(finance.bytes(list + "paths&format=xlsx").body()).startsWith('P', 'K');
        assertThat(finance.get("/policy?division=411200&day=2025-06-01").body())
                .contains("/policy?division=411200&amp;day=2025-06-01&amp;of=limits&amp;format=xlsx");
    }
}
