package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.application.execution.DraftsOverHttp.DRAFTS;
import static org.mingzhang.application.execution.DraftsOverHttp.ID;
import static org.mingzhang.application.execution.DraftsOverHttp.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/** A program writes what changes an approved project as a draft that names it, and goes on with those of the form. */
class ProjectDraftApiTest {
    private static final String PROJECT = "41120025000000045201";
    private static final String LIST = "/execute/" + ID + "/adjustments";
    private static final String SAVE = "/execute/" + ID + "/projects/" + PROJECT + "/adjustment/drafts";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static DraftsOverHttp drafts;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        drafts = new DraftsOverHttp(application);
        drafts.person("programmer", "411200-103");
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount("clerk", "clerk", Set.of(Role.UNIT_OFFICER), "411200-103/103099"), PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_program_writes_one_by_naming_the_project_and_the_form_goes_on_with_it() throws Exception {
        Browsing page = as("programmer");
        String code = another(page);
        String begun = "{\"project\":\"" + code + "\",\"name\":\"程序起的名\",\"reason\":\"从接口起草\"}";
        JsonNode draft =
                JSON.readTree(drafts.send("programmer", "POST", DRAFTS, begun).body());
        assertThat(draft.at("/document/project").textValue())
                .as(draft.toString())
                .isEqualTo(code);
        assertThat(draft.get("amiss").toString()).contains("/effectiveOn", "/requestContent");
        String address = DRAFTS + "/" + draft.get("id").textValue();
        String shown = page.get("/execute/" + ID + "/projects/" + code + "/adjustment?draft="
                        + draft.get("id").textValue())
                .body();
        assertThat(shown)
                .as("what it does not say is as the project is")
                .contains("value=\"程序起的名\"", "value=\"从接口起草\"")
                .containsPattern("<option[^>]*value=\"\\d+\"[^>]*selected");

        String whole = begun.replace(
                "\"reason\"",
                "\"effectiveOn\":\"2025-12-31\",\"requestContent\":\"纪要\",\"amountUnit\":\"元\",\"reason\"");
        HttpResponse<String> saved = drafts.send("programmer", "PUT", address, whole, "If-Match", "\"0\"");
        assertThat(JSON.readTree(saved.body()).get("amiss")).as(saved.body()).isEmpty();
        assertThat(drafts.send("programmer", "PUT", address, begun, "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(412);
        // A form of a plain adjustment that was left open does not turn it into one.
        Map<String, String> plain = new HashMap<>(Map.of("direction", "SHIFT", "reason", "别的单子"));
        plain.putAll(Map.of("draft", draft.get("id").textValue(), "draftVersion", "1"));
        assertThat(page.follow(page.post(LIST + "/new", LIST + "/drafts", plain)))
                .contains("草稿已不在", "value=\"别的单子\"");
        assertThat(drafts.send("programmer", "GET", address, "").body()).contains("程序起的名");

        long recorded = application.recorded(ID);
        HttpResponse<String> done = drafts.send("programmer", "POST", address + "/submission", "", "If-Match", "\"1\"");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        assertThat(application.recorded(ID)).isGreaterThan(recorded);
        HttpResponse<String> again = drafts.send("programmer", "POST", address + "/submission", "");
        assertThat(JSON.readTree(again.body()).get("repeated").booleanValue()).isTrue();
        assertThat(drafts.send("programmer", "GET", "/api/execution/" + ID + "/adjustments", "")
                        .body())
                .contains("PROJECT_CONTENT", "从接口起草");
        assertThat(drafts.send("programmer", "POST", DRAFTS, begun.replace(code, "41120099000000000000"))
                        .statusCode())
                .as("of a project that there is not")
                .isEqualTo(422);
    }

    @Test
    void nobody_of_another_unit_makes_one_of_it() throws Exception {
        Browsing clerk = as("clerk");
        assertThat(clerk.post("/workbench", SAVE, Map.of("reason", "x")).statusCode())
                .isEqualTo(404);
        long recorded = application.recorded(ID);
        String body = "{\"project\":\"" + PROJECT + "\",\"name\":\"改名\",\"reason\":\"x\",\"requestContent\":\"x\","
                + "\"effectiveOn\":\"2025-12-31\",\"amountUnit\":\"元\"}";
        JsonNode draft =
                JSON.readTree(drafts.send("clerk", "POST", DRAFTS, body).body());
        String address = DRAFTS + "/" + draft.get("id").textValue();
        HttpResponse<String> sent = drafts.send("clerk", "POST", address + "/submission", "");
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(draft.get("amiss").toString()).contains("of-another-unit").doesNotContain("project-on-its-way");
        assertThat(application.recorded(ID)).as("that it was refused").isEqualTo(recorded + 1);
        assertThat(clerk.get(LIST).body()).contains("我的草稿", PROJECT);
        drafts.send("clerk", "DELETE", address, "");
    }

    /** A project that no other test has on its way. */
    private static String another(Browsing page) {
        Matcher link = Pattern.compile("/projects/(\\w+)/adjustment")
                .matcher(page.get("/execute/" + ID + "/projects").body());
        return link.results()
                .map(found -> found.group(1))
                .filter(code -> !code.equals(PROJECT))
                .findFirst()
                .orElseThrow();
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }
}
