package org.mingzhang.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Role;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class CommandApiTest {
    private static final String LINE = """
        {"line": "L1", "unit": "103001", "function": "2010301", "category": "人员类", "deptEconomic": "30101",
         "fund": "一般公共预算", "source": "本年", "appropriated": true, "amount": "%s", "amountUnit": "万元"}\
        """;

    private final WebScene scene = new WebScene();

    @BeforeEach
    void an_opened_budget_with_a_unit() throws Exception {
        send(post("/api/budgets"), """
            {"budget": "411200-103-2025", "divisionName": "三门峡市",
             "departmentName": "三门峡市人民政府办公室", "shortName": "市人民政府办公室"}\
            """).andExpect(status().isCreated());
        scene.as("li", Role.UNIT_OFFICER);
        send(post(of("/units")), "{\"code\": \"103001\", \"name\": \"办公室\", \"nature\": \"行政单位\"}")
                .andExpect(status().isCreated());
    }

    @Test
    void an_accepted_command_answers_with_the_position_to_wait_for() throws Exception {
        send(post(of("/lines")), LINE.formatted("379.57"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/budgets/411200-103-2025?after=3"))
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.position").value(3))
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.events").value(1))
                .andExpect(jsonPath("$.repeated").value(false));
    }

    @Test
    void a_year_is_opened_from_the_own_department_and_as_the_budget_that_was_asked_for() throws Exception {
        scene.as("chen", Role.BUDGET_OFFICE);

        send(post("/api/budgets"), """
            {"budget": "411200-201-2026", "copiedFrom": "411200-103-2025"}\
            """)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(1))
                .andExpect(jsonPath("$.errors[0].key").value("copied-from-foreign-budget"));
        assertThat(scene.commands
                        .current(BudgetId.parse("411200-103-2026"))
                        .budget()
                        .opening())
                .isEmpty();
        send(post("/api/budgets"), """
            {"budget": "411200-103-2026", "copiedFrom": "411200-103-2025"}\
            """)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.budget").value("411200-103-2026"));
    }

    @Test
    void a_governmental_code_left_out_follows_from_the_mapping() throws Exception {
        send(post(of("/lines")), LINE.formatted("1"));

        assertThat(scene.commands
                        .current(BudgetId.parse(WebScene.BUDGET))
                        .budget()
                        .content()
                        .lines()
                        .get(new LineKey("L1"))
                        .orElseThrow()
                        .classification()
                        .govEconomic()
                        .value())
                .isEqualTo("50101");
    }

    @Test
    void the_business_day_is_the_day_in_shanghai() throws Exception {
        send(post(of("/lines")), LINE.formatted("1"));

        assertThat(scene.commands.log().getLast().businessDay()).isEqualTo(LocalDate.of(2025, 4, 1));
    }

    @Test
    void a_refusal_names_field_key_words_and_arguments() throws Exception {
        send(post(of("/lines")), LINE.formatted("0"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("未予受理"))
                .andExpect(jsonPath("$.errors", hasSize(1)))
                .andExpect(jsonPath("$.errors[0].pointer").value("/amount"))
                .andExpect(jsonPath("$.errors[0].key").value("amount-not-positive"))
                .andExpect(jsonPath("$.errors[0].words").value("金额必须大于零，现为 0.00万元。"))
                .andExpect(jsonPath("$.errors[0].arguments.amount").value("0.00万元"));
    }

    @Test
    void a_command_by_the_wrong_role_is_a_conflict() throws Exception {
        scene.as("zhou", Role.AUDITOR);

        send(post(of("/lines")), LINE.formatted("1"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.errors[0].key").value("role-not-allowed"));
    }

    @Test
    void every_field_that_cannot_be_read_is_named_at_once() throws Exception {
        send(post(of("/lines")), """
            {"line": "*", "unit": "1", "function": "2010301", "category": "别的", "deptEconomic": "30101",
             "fund": "一般公共预算", "amount": "1.2345678", "amountUnit": "万元", "colour": "red"}\
            """)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath(
                        "$.errors[*].pointer",
                        containsInAnyOrder("/line", "/unit", "/category", "/source", "/amount", "/colour")));
    }

    @Test
    void an_amount_may_come_in_fen_and_a_number_keeps_its_digits() throws Exception {
        send(post(of("/lines")), """
            {"line": "L2", "unit": "103001", "function": "2010301", "category": "PERSONNEL",
             "deptEconomic": "30101", "fund": "GENERAL_PUBLIC", "source": "CURRENT",
             "appropriated": true, "amountFen": 379570001}\
            """).andExpect(status().isCreated());
        send(post(of("/lines")), LINE.formatted("1").replace("\"amount\": \"1\"", "\"amount\": 0.000001"))
                .andExpect(status().isCreated());

        assertThat(scene.commands
                        .log()
                        .getLast()
                        .message()
                        .postings()
                        .getFirst()
                        .delta()
                        .fen())
                .isEqualTo(1);
    }

    @Test
    void the_same_key_and_content_gets_the_first_answer_and_another_content_does_not() throws Exception {
        send(post(of("/lines")).header("Idempotency-Key", "k1"), LINE.formatted("1"))
                .andExpect(status().isCreated());
        send(post(of("/lines")).header("Idempotency-Key", "k1"), LINE.formatted("1"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.repeated").value(true))
                .andExpect(jsonPath("$.position").value(3));
        send(post(of("/lines")).header("Idempotency-Key", "k1"), LINE.formatted("2"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].key").value("key-reused"));
        assertThat(scene.commands.log()).hasSize(3);
    }

    @Test
    void a_version_that_has_moved_on_is_a_failed_precondition() throws Exception {
        send(post(of("/lines")).header("If-Match", "\"0\""), LINE.formatted("1"))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.errors[0].arguments.actual").value("1"));
        send(post(of("/lines")).header("If-Match", "\"1\""), LINE.formatted("1"))
                .andExpect(status().isCreated());
    }

    @Test
    void a_line_is_revised_and_removed_at_its_own_address_even_with_a_slash_in_its_key() throws Exception {
        send(post(of("/lines")), LINE.formatted("1").replace("L1", "A/1"));

        send(put(of("/lines/A/1")), LINE.formatted("2").replace("\"line\": \"L1\",", ""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.events").value(1));
        scene.mvc
                .perform(delete(of("/lines/A/1")).param("reason", "重复"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.events").value(1));
        assertThat(scene.commands
                        .current(BudgetId.parse(WebScene.BUDGET))
                        .budget()
                        .content()
                        .lines()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_batch_says_which_of_its_commands_are_wrong_and_records_none() throws Exception {
        String good = LINE.formatted("1").replace("{", "{\"command\": \"AllocateLine\", \"govEconomic\": \"50101\", ");
        String bad = good.replace("L1", "L2").replace("2010301", "9999999");

        send(
                        post("/api/commands"),
                        "{\"command\": \"Batch\", \"budget\": \"411200-103-2025\", \"commands\": [" + good + "," + bad
                                + "]}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors", hasSize(1)))
                .andExpect(jsonPath("$.errors[0].pointer").value("/commands/1/function"));
        assertThat(scene.commands.log()).hasSize(2);
    }

    @Test
    void an_unreadable_field_inside_a_batch_is_pointed_at() throws Exception {
        send(post("/api/commands"), """
            {"command": "Batch", "budget": "411200-103-2025", "commands": [
              {"command": "RemoveLine", "line": "L1", "reason": "x"}, {"command": "Explode"}, 7]}\
            """)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].pointer", containsInAnyOrder("/commands/1/command", "/commands/2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{\"a\":1}{}", "{\"line\":1,\"line\":2}", "not json", "{\"a\": nul}"})
    void a_body_that_is_not_one_json_object_is_unreadable(String body) throws Exception {
        send(post(of("/lines")), body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].key").value("request.unreadable"));
    }

    @Test
    void a_body_in_gbk_is_unreadable() throws Exception {
        scene.mvc
                .perform(post(of("/lines"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(LINE.formatted("1").getBytes(Charset.forName("GBK"))))
                .andExpect(status().isBadRequest());
    }

    @Test
    void headers_that_make_no_sense_are_bad_requests() throws Exception {
        send(post(of("/lines")).header("Idempotency-Key", "k".repeat(101)), LINE.formatted("1"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].key").value("request.key-unfit"));
        send(post(of("/lines")).header("If-Match", "17"), LINE.formatted("1"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].key").value("request.version-unfit"));
        send(post("/api/budgets/nonsense/lines"), LINE.formatted("1"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].key").value("code.budget"));
    }

    @Test
    void a_body_beyond_the_limit_is_not_read_to_its_end() throws Exception {
        scene.mvc
                .perform(post(of("/lines")).content(new byte[33 * 1024 * 1024]))
                .andExpect(status().isContentTooLarge());
    }

    private static String of(String rest) {
        return "/api/budgets/" + WebScene.BUDGET + rest;
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return scene.mvc.perform(request.contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
