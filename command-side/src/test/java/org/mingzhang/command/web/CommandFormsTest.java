package org.mingzhang.command.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.command.budget.Content;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Statement;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class CommandFormsTest {
    private static final String PAGE = "/prepare/411200-103-2025";

    private final WebScene scene = new WebScene();

    @BeforeEach
    void an_opened_budget_with_a_unit() throws Exception {
        scene.mvc
                .perform(post("/prepare")
                        .param("budget", "411200-103-2025")
                        .param("divisionName", "三门峡市")
                        .param("departmentName", "三门峡市人民政府办公室")
                        .param("shortName", "市人民政府办公室")
                        .param("classificationYear", "2025")
                        .param("copiedFrom", ""))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(PAGE + "?after=1"));
        scene.as("li", Role.UNIT_OFFICER);
        scene.mvc
                .perform(post(PAGE + "/units")
                        .param("code", "103001")
                        .param("name", "办公室")
                        .param("listedName", "")
                        .param("nature", "ADMINISTRATIVE"))
                .andExpect(redirectedUrl(PAGE + "?after=2"));
    }

    @Test
    void a_good_line_goes_back_to_the_page_with_the_position_to_wait_for() throws Exception {
        line("12.5")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(PAGE + "/lines?filter=103001&after=3"))
                .andExpect(flash().attributeCount(0));
    }

    @Test
    void a_bad_line_goes_back_with_the_words_and_everything_that_was_typed() throws Exception {
        Map<String, Object> flash = new java.util.HashMap<>(line("twelve")
                .andExpect(redirectedUrl(PAGE + "/lines?filter=103001"))
                .andReturn()
                .getFlashMap());

        assertThat(flash.get("objections"))
                .isEqualTo(List.of(new FieldProblem(
                        "amount", "amount.not-a-number", "“twelve”不是金额。请只填数字，可带千位分隔符和小数点。", Map.of("text", "twelve"))));
        assertThat(flash.get("typed"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("amount", "twelve")
                .containsEntry("unit", "103001")
                .doesNotContainKeys("key", "version", "back", "_csrf");
        assertThat(flash.get("form")).isEqualTo(PAGE + "/lines");
    }

    @Test
    void a_refused_line_names_its_field() throws Exception {
        assertThat(objections(line("-1"))).extracting(FieldProblem::field).containsExactly("amount");
    }

    @Test
    void a_page_that_is_out_of_date_is_told_so_and_keeps_what_was_typed() throws Exception {
        var answer = scene.mvc.perform(post(PAGE + "/lines/remove")
                .param("version", "0")
                .param("line", "L1")
                .param("reason", "重复"));

        assertThat(objections(answer)).extracting(FieldProblem::key).containsExactly("stale", "changed", "changed");
        assertThat(objections(answer))
                .extracting(FieldProblem::words)
                .contains("此后的改动：王敏改了一行", "此后另有 2 项改动未列出；本页显示的是现在的内容。");
    }

    @Test
    void the_same_form_sent_twice_has_one_effect() throws Exception {
        line("1").andExpect(redirectedUrl(PAGE + "/lines?filter=103001&after=3"));
        line("1").andExpect(redirectedUrl(PAGE + "/lines?filter=103001&after=3"));

        assertThat(scene.commands.log()).hasSize(3);
    }

    @Test
    void rows_of_a_form_become_a_list_and_empty_rows_are_skipped() throws Exception {
        scene.mvc.perform(post(PAGE + "/targets")
                .param("indicators[0].level1", "COST")
                .param("indicators[0].name", "成本")
                .param("indicators[0].target", "≤10万元")
                .param("indicators[1].name", "")
                .param("indicators[12].level1", "满意度指标")
                .param("indicators[12].name", "满意度")
                .param("indicators[12].target", "≥95%"));

        assertThat(content().overallTargets())
                .containsExactly(
                        new Indicator(IndicatorLevel.COST, "", "成本", "≤10万元", ""),
                        new Indicator(IndicatorLevel.SATISFACTION, "", "满意度", "≥95%", ""));
    }

    @Test
    void a_row_that_is_half_filled_is_pointed_at_by_its_own_number() throws Exception {
        var answer = scene.mvc.perform(
                post(PAGE + "/targets").param("indicators[7].level1", "COST").param("indicators[7].name", "成本"));

        assertThat(objections(answer)).extracting(FieldProblem::field).containsExactly("indicators[7].target");
    }

    @Test
    void items_of_a_statement_stand_one_on_each_line() throws Exception {
        scene.mvc.perform(post(PAGE + "/statements/duties").param("items", "一、办文\r\n\r\n二、办会 \r\n"));

        assertThat(content().statements().get("duties")).contains(new Statement.Duties(List.of("一、办文", "二、办会")));
    }

    @Test
    void a_topic_nobody_knows_is_refused() throws Exception {
        var answer = scene.mvc.perform(post(PAGE + "/statements/weather").param("items", "晴"));

        assertThat(objections(answer)).extracting(FieldProblem::key).containsExactly("request.topic-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org",
                "/prepare/411200-104-2025",
                "/prepare/411200-103-20255",
                "/prepare/411200-103-2025/\r\nSet-Cookie: a=b",
                "/prepare/411200-103-2025/${7*7}",
                ""
            })
    void the_way_back_leads_nowhere_else(String back) throws Exception {
        scene.mvc
                .perform(post(PAGE + "/lines/remove").param("back", back).param("line", "L9"))
                .andExpect(redirectedUrl(PAGE));
    }

    private ResultActions line(String amount) throws Exception {
        MockHttpServletRequestBuilder request = post(PAGE + "/lines");
        Map.ofEntries(
                        Map.entry("key", "form-1"),
                        Map.entry("_csrf", "token"),
                        Map.entry("back", PAGE + "/lines?filter=103001"),
                        Map.entry("line", "L1"),
                        Map.entry("unit", "103001"),
                        Map.entry("function", "2010301"),
                        Map.entry("category", "PERSONNEL"),
                        Map.entry("project", ""),
                        Map.entry("deptEconomic", "30101"),
                        Map.entry("govEconomic", ""),
                        Map.entry("fund", "GENERAL_PUBLIC"),
                        Map.entry("source", "CURRENT"),
                        Map.entry("appropriated", "true"),
                        Map.entry("amount", amount),
                        Map.entry("amountUnit", "万元"))
                .forEach(request::param);
        return scene.mvc.perform(request);
    }

    private Content content() {
        return scene.commands
                .current(BudgetId.parse("411200-103-2025"))
                .budget()
                .content();
    }

    @SuppressWarnings("unchecked")
    private static List<FieldProblem> objections(ResultActions answer) {
        return (List<FieldProblem>)
                requireNonNull(answer.andReturn().getFlashMap().get("objections"));
    }
}
