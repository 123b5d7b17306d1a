package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Money goes from one project to another: drafted, returned, mended, passed, in effect, and reversed. */
@ExtendWith(Site.class)
class AdjustmentJourneyTest {
    private static final String ID = "411200-103-2025";
    private static final String LEDGER = "/execute/" + ID;
    private static final String LIST = LEDGER + "/adjustments";

    /** Projects of one line each. */
    private static final String GIVING = "411200240000000191203";

    private static final String GAINING = "办公场所租赁费";

    /** As many as a finance officer has patience for. */
    private static final int MOST_INPUTS = 7;

    @Test
    void a_virement_between_projects_from_the_first_click_to_the_adjusted_table(Page page) {
        as(page, "caiwu");
        page.navigate(LEDGER + "?q=54");
        accessible(page, "execution-ledger");
        page.navigate("/prepare/" + ID + "/projects");
        assertThat(virement(page)).isLessThanOrEqualTo(MOST_INPUTS);
        assertThat(page.locator("[role=status]").first().textContent()).contains("已保存");
        accessible(page, "adjustments");
        String document = page.locator("tbody th a").first().getAttribute("href");

        as(page, "fuzeren");
        page.navigate("/approvals");
        accessible(page, "approvals");
        page.locator("tbody th a[href='" + document + "']").click();
        assertThat(page.locator("main").textContent()).contains("生效后（元）").contains("528,000.00");
        accessible(page, "adjustment-approver");
        assertThat(page.locator("main").textContent()).contains("测算说明.pdf").contains("格变化");
        String moved = changed(page);
        page.locator("[data-foreseen] summary").first().click();
        accessible(page, "adjustment-impact");
        page.locator("details:has(#reason-return) > summary").click();
        page.fill("#reason-return", "请写明测算口径");
        page.locator("form[action$='/return'] button").click();
        assertThat(page.locator("main").textContent()).contains("已退回").contains("请写明测算口径");
        String adjusted = table(page, moved, "&basis=adjusted");
        page.context().clearCookies();
        String disclosed = table(page, moved, "");

        as(page, "caiwu");
        page.navigate(document);
        page.locator("a.btn.main").click();
        assertThat(page.inputValue("[name='from[0].line']")).isEqualTo("54");
        page.fill("#f-requestContent", "测算：2025年四季度缺口 5 万元");
        page.locator("main button.main").click();
        String mended = page.locator("tbody th a").first().getAttribute("href");
        assertThat(mended).isNotEqualTo(document);

        pass(page, "fuzeren", mended);
        pass(page, "yewu", mended);
        as(page, "yusuan");
        page.navigate(mended);
        accessible(page, "adjustment-effect");
        page.fill("#f-documentNumber", "三财预〔2025〕66号");
        page.fill("#f-title", "关于调剂部门预算的批复");
        page.fill("#f-issuer", "三门峡市财政局");
        page.fill("#f-date", "2025-12-30");
        page.locator("form[action*='/effect'] button").click();
        assertThat(page.locator("main").textContent()).contains("已生效");
        accessible(page, "adjustment-effective");
        page.navigate(mended + "/print");
        assertThat(page.locator("main").textContent()).contains("三财预〔2025〕66号").contains("528,000.00");
        accessible(page, "adjustment-print");
        page.navigate("/budgets/" + ID + "/tables/3?unit=yuan&basis=adjusted");
        Visit.picture(page, "table3-adjusted");
        assertThat(table(page, moved, "&basis=adjusted"))
                .as("the adjusted table moves")
                .isNotEqualTo(adjusted);
        page.context().clearCookies();
        assertThat(table(page, moved, "")).as("what the public reads does not").isEqualTo(disclosed);
    }

    @Test
    void what_is_in_effect_is_taken_back_by_a_document_of_its_own_and_both_name_each_other(Page page) {
        as(page, "caiwu");
        submit(page, "47", "46", "100");
        String document = page.locator("tbody th a").first().getAttribute("href");
        as(page, "fuzeren");
        page.navigate(document);
        String moved = changed(page);
        String before = table(page, moved, "&basis=adjusted");
        through(page, document, "三财预〔2025〕67号");
        assertThat(page.locator("main").textContent()).contains("已生效");

        as(page, "caiwu");
        assertThat(table(page, moved, "&basis=adjusted")).isNotEqualTo(before);
        page.navigate(document);
        assertThat(page.locator("[data-foreseen]").textContent())
                .as("before anybody asks for it")
                .contains("如果冲销，将会怎样")
                .contains("格变化")
                .contains("财政审核");
        page.fill("form[action*='/reversal'] [name=reason]", "项目取消");
        accessible(page, "adjustment-reversal-asked");
        page.locator("form[action*='/reversal'] button").click();
        assertThat(page.locator("[role=status]").first().textContent()).contains("已保存");
        page.navigate(LIST);
        String reversal = page.locator("tbody th a").first().getAttribute("href");
        assertThat(reversal).isNotEqualTo(document);
        through(page, reversal, "三财预〔2025〕68号");

        page.navigate(reversal);
        assertThat(page.locator("main a[href='" + document + "']").count())
                .as("it leads to what it takes back")
                .isPositive();
        accessible(page, "adjustment-reversal");
        page.navigate(document + "?lang=en");
        assertThat(page.locator("main a[href='" + reversal + "']").count())
                .as("and that to it")
                .isPositive();
        accessible(page, "adjustment-reversed");
        page.navigate(reversal + "?lang=zh-CN");
        assertThat(table(page, moved, "&basis=adjusted"))
                .as("every cell as before")
                .isEqualTo(before);
    }

    /** Passes both reviews and registers the approval. */
    private static void through(Page page, String document, String number) {
        pass(page, "fuzeren", document);
        pass(page, "yewu", document);
        as(page, "yusuan");
        page.navigate(document);
        page.fill("#f-documentNumber", number);
        page.fill("#f-title", "关于调剂部门预算的批复");
        page.fill("#f-issuer", "三门峡市财政局");
        page.fill("#f-date", "2025-12-30");
        page.locator("form[action*='/effect'] button").click();
        assertThat(page.locator("main").textContent()).contains("已生效");
    }

    /** The first of the tables that the approver's page says will change. */
    private static String changed(Page page) {
        String link = page.locator("[data-foreseen] .lead a").first().getAttribute("href");
        return link.substring(0, link.indexOf('?'));
    }

    /** What a table says, on the basis that is asked for. */
    private static String table(Page page, String table, String basis) {
        page.navigate(table + "?unit=yuan" + basis);
        return page.locator("main table").first().textContent();
    }

    @Test
    void targets_are_revised_in_the_form_that_moves_the_money(Page page) {
        as(page, "caiwu");
        page.navigate(LIST + "/new?from=47");
        page.fill("[name='to[0].line']", GAINING);
        page.fill("[name='from[0].amount']", "300");
        page.locator("details:has([data-revise]) > summary").click();
        page.selectOption("#f-revising", "41120025000000045201");
        page.locator("[data-revise]").click();
        assertThat(page.inputValue("[name='from[0].amount']")).isEqualTo("300");
        page.fill("[name='performance[0].indicators[0].target']", "73.2万元");
        page.fill("#f-reason", "租金上涨");
        page.fill("#f-requestContent", "租赁合同");
        page.waitForSelector("[data-foreseen] >> text=73.2万元");
        accessible(page, "adjustment-targets");
        page.locator("main button.main").click();
        String document = page.locator("tbody th a").first().getAttribute("href");
        page.navigate(document + "?lang=en");
        assertThat(page.locator("main").textContent()).contains("73.2万元").contains("70.2万元");
        accessible(page, "adjustment-targets-document");
        page.navigate(document + "/print?lang=zh-CN");
        accessible(page, "adjustment-targets-print");
    }

    @Test
    void a_draft_is_kept_in_two_tabs_and_neither_loses_the_other(Page page) {
        as(page, "caiwu");
        page.navigate(LIST + "/new?fromProject=" + GIVING);
        page.fill("#f-reason", "先存一半");
        page.locator("[data-save-draft]").click();
        String draft = page.url();
        assertThat(draft).contains("draft=");
        Page other = page.waitForPopup(() -> page.evaluate("address => { window.open(address); }", draft));
        other.fill("#f-reason", "另一个窗口");
        other.locator("[data-save-draft]").click();
        page.fill("#f-reason", "这个窗口");
        page.locator("[data-save-draft]").click();
        assertThat(page.locator("main").textContent()).contains("已在另一个窗口").contains("另一个窗口");
        assertThat(page.inputValue("#f-reason")).isEqualTo("这个窗口");
        accessible(page, "adjustment-draft-overtaken");
        page.navigate(LIST);
        accessible(page, "adjustment-drafts");
        page.locator("form[action$='/discard'] button").first().click();
        assertThat(page.locator("main").textContent()).doesNotContain("我的草稿");
    }

    @Test
    void a_draft_of_a_project_is_taken_up_in_its_own_form(Page page) {
        as(page, "caiwu");
        page.navigate("/execute/411200-103-2025/projects/" + GIVING + "/adjustment");
        page.fill("#f-reason", "项目先存一半");
        page.fill("[name='indicators[0].target']", "");
        page.locator("[data-save-draft]").click();
        String draft = page.url();
        assertThat(page.locator("[data-amiss]").textContent()).contains("绩效目标 第 1 行");
        accessible(page, "project-draft");
        page.navigate(LIST);
        page.locator("#drafts tbody a").first().click();
        assertThat(page.url()).contains("/projects/" + GIVING + "/adjustment?draft=");
        assertThat(page.inputValue("#f-reason")).isEqualTo("项目先存一半");
        Page other = page.waitForPopup(() -> page.evaluate("address => { window.open(address); }", draft));
        other.fill("#f-reason", "另一个窗口");
        other.locator("[data-save-draft]").click();
        page.fill("[name='indicators[0].target']", "≥9");
        page.locator("[data-save-draft]").click();
        assertThat(page.locator("main").textContent()).contains("已在另一个窗口", "绩效目标 第 1 行：指标值");
        accessible(page, "project-draft-overtaken");
        page.navigate(LIST);
        page.locator("form[action$='/discard'] button").first().click();
        assertThat(page.locator("main").textContent()).doesNotContain("我的草稿");
    }

    @Test
    void a_block_out_of_a_spreadsheet_fills_the_rows_and_enter_goes_down(Page page) {
        as(page, "caiwu");
        page.navigate(LIST + "/new");
        paste(page, "[name='from[0].line']", "50\t１，０００．００\n52\t(200)");
        assertThat(page.inputValue("[name='from[0].amount']")).isEqualTo("１，０００．００");
        assertThat(page.inputValue("[name='from[1].line']")).isEqualTo("52");
        assertThat(page.inputValue("[name='from[1].amount']")).isEqualTo("200");
        paste(page, "[name='to[0].line']", "49\t1200");
        assertThat(page.locator("[data-balance]").textContent()).contains("差额 0.00");
        page.locator("[name='from[0].amount']").press("Enter");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("from[1].amount");
        page.evaluate("document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
                + " { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))");
        assertThat(page.evaluate("document.activeElement.name"))
                .as("it belongs to the input method")
                .isEqualTo("from[1].amount");
    }

    @Test
    void what_a_pasted_block_leaves_open_is_not_guessed_and_a_sign_is_not_lost(Page page) {
        as(page, "caiwu");
        page.navigate(LIST + "/new");
        paste(page, "[name='from[0].line']", "行号\t部门经济科目\t变动（元）\n50\t30226\t500");
        assertThat(page.inputValue("[name='from[0].line']")).isEqualTo("50");
        assertThat(page.inputValue("[name='from[0].amount']"))
                .as("of the column that is headed so")
                .isEqualTo("500");
        paste(page, "[name='from[0].line']", "50\t保安\t30226\t500");
        assertThat(page.inputValue("[name='from[0].amount']"))
                .as("a code or an amount")
                .isEqualTo("30226 / 500");
        page.fill("[name='to[0].line']", "49");
        paste(page, "[name='to[0].amount']", "-500\n300");
        assertThat(page.inputValue("[name='to[0].amount']")).isEqualTo("-500");
        assertThat(page.locator("[data-balance]").textContent()).contains("调入 −200.00");
    }

    @Test
    void enter_hands_nothing_in_and_what_was_typed_outlives_the_session(Page page) {
        as(page, "caiwu");
        page.navigate(LIST + "/new");
        page.fill("[name='from[0].line']", "50");
        page.fill("[name='to[0].line']", "49");
        page.fill("[name='from[0].amount']", "700");
        page.fill("#f-reason", "会话结束之前");
        page.locator("#f-reason").press("Enter");
        assertThat(page.url()).endsWith("/new");
        page.waitForSelector("[data-foreseen] >> text=增至");
        page.context().clearCookies();
        page.locator("main button.main").click();
        assertThat(page.locator("main").textContent()).contains("403");
        as(page, "caiwu");
        page.navigate(LIST + "/new");
        accessible(page, "adjustment-kept");
        page.locator("[data-kept-take]").click();
        assertThat(page.inputValue("#f-reason")).isEqualTo("会话结束之前");
        assertThat(page.inputValue("[name='to[0].amount']")).isEqualTo("700");
        page.fill("#f-requestContent", "测算");
        page.locator("main button.main").click();
        assertThat(page.locator("[role=status]").first().textContent()).contains("已保存");
        page.navigate(LIST + "/new");
        assertThat(page.locator("[data-kept-offer]").isVisible())
                .as("it was handed in")
                .isFalse();
    }

    @Test
    void several_documents_are_seen_together_and_passed_with_one_comment(Page page) {
        as(page, "caiwu");
        submit(page, "50", "49", "10000");
        submit(page, "47", "46", "200");
        as(page, "fuzeren");
        page.navigate("/approvals");
        page.locator("input[name=pick]").nth(-1).check();
        page.locator("input[name=pick]").nth(-2).check();
        page.locator("button[formaction='/approvals']").click();
        assertThat(page.locator("main").textContent()).contains("所选 2 份合在一起").contains("格变化");
        accessible(page, "approvals-together");
        page.fill("#f-comment", "同意");
        page.locator("button[value=pass]").click();
        assertThat(page.locator("main").textContent()).contains("办理结果").contains("已办理");
        accessible(page, "approvals-decided");
    }

    private static void submit(Page page, String from, String to, String amount) {
        page.navigate(LIST + "/new?from=" + from);
        page.fill("[name='to[0].line']", to);
        page.fill("[name='from[0].amount']", amount);
        page.fill("#f-reason", "工作任务变化");
        page.fill("#f-requestContent", "测算");
        page.locator("main button.main").click();
        assertThat(page.locator("[role=status]").first().textContent()).contains("已保存");
    }

    private static void paste(Page page, String field, String text) {
        page.evalOnSelector(
                field,
                "(input, text) => { const block = new DataTransfer(); block.setData('text/plain', text);"
                        + " input.focus(); input.dispatchEvent(new ClipboardEvent('paste',"
                        + " { clipboardData: block, bubbles: true, cancelable: true })); }",
                text);
    }

    @Test
    void an_overdraft_is_told_while_typing_and_refused_with_what_was_typed(Page page) {
        as(page, "caiwu");
        page.navigate(LIST + "/new?from=41");
        page.fill("[name='from[0].amount']", "999,999.00");
        page.fill("[name='to[0].line']", "40");
        assertThat(page.inputValue("[name='to[0].amount']")).isEqualTo("999,999.00");
        page.fill("[name='to[0].amount']", "10");
        assertThat(page.locator(".hint.over").textContent()).contains("可用 5,001.00");
        assertThat(page.locator(".balance.over").textContent()).contains("−999,989.00");
        page.fill("#f-reason", "试一试");
        page.fill("#f-requestContent", "无");
        page.locator("main button.main").click();
        assertThat(page.locator(".errors").textContent()).contains("可用 0.50万元").contains("相差");
        assertThat(page.inputValue("[name='from[0].amount']")).isEqualTo("999,999.00");
        accessible(page, "adjustment-refused");
    }

    /** Answers how many inputs it took: project, 调剂到, the other project, amount, file, reason, submit. */
    private static int virement(Page page) {
        int inputs = 0;
        page.locator("tbody a[href*='" + GIVING + "']").first().click();
        inputs++;
        page.locator("[data-shift-to]").first().click();
        inputs++;
        assertThat(page.inputValue("[name='from[0].line']"))
                .as("its sole line is chosen")
                .isEqualTo("54");
        page.fill("[name='to[0].line']", GAINING);
        inputs++;
        page.fill("[name='from[0].amount']", "50000");
        inputs++;
        drop(page, "测算说明.pdf");
        inputs++;
        assertThat(page.locator("[data-picked]").textContent()).contains("测算说明.pdf");
        page.fill("#f-reason", "热线话务量下降");
        inputs++;
        assertThat(page.locator("[data-balance]").textContent()).contains("差额 0.00");
        page.locator("[data-foreseen]").waitFor();
        assertThat(page.locator("[data-foreseen] .lead").textContent())
                .contains("剩余 58,664.00 元")
                .contains("格变化")
                .contains("财政审核");
        accessible(page, "adjustment-form");
        page.locator("main button.main").click();
        return inputs + 1;
    }

    /** A file falls onto the form as from a file manager. */
    private static void drop(Page page, String name) {
        JSHandle files = page.evaluateHandle(
                "name => { const files = new DataTransfer(); files.items.add(new File(['%PDF-1.7\\n"
                        + "%%EOF'], name, { type: 'application/pdf' })); return files; }",
                name);
        page.locator("[data-drop]").dispatchEvent("drop", Map.of("dataTransfer", files));
    }

    private static void pass(Page page, String login, String document) {
        as(page, login);
        page.navigate(document);
        page.locator("form[action*='/review'] button").click();
        assertThat(page.locator("main").textContent()).contains("通过");
    }

    private static void as(Page page, String login) {
        page.context().clearCookies();
        page.navigate("/sign-in");
        page.fill("#login", login);
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
