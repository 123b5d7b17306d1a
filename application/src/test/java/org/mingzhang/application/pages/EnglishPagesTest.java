package org.mingzhang.application.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.ClosingGround;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProvisionalGround;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.facts.LineBalances;

/** English pages: what is Chinese on them is data that people typed or that is official in Chinese, and says so. */
class EnglishPagesTest {
    /** A day that is written in the manner of one country or another. */
    private static final Pattern AMBIGUOUS_DAY = Pattern.compile("(?<![\\d/-])\\d{1,2}/\\d{1,2}/\\d{2,4}(?![\\d/])");

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** What programs and files are called by, and is told in English as it is written: heads of sheets and units of money. */
    private static final Pattern WRITTEN = Pattern.compile("行号|变动|调出|调入|执行|说明|万元|元|划转|简体中文");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /**
     * Tables and forms are official as they are printed, and their rows are called so; a preview names lines without a project
     * as those tables do.
     */
    private static final Pattern OFFICIAL = Pattern.compile(
            "/tables|/budgets/[^/]+$|/forms/|/foreseen|/difference|/print|/codes|/glossary|/adjustments/\\d+|/search|/counterfactual|/intake|/import");

    /** Numbers of documents, what is quoted, and names that a chart has cut off. */
    private static final Pattern QUOTED =
            Pattern.compile("\\p{IsHan}+〔\\d{4}〕\\d+号|“[^”]{1,20}”|《[^》]*》|\\p{IsHan}[^ …]*…");

    /** Beside those of {@code pages.tsv}: the years of the sample, what became of its documents, and their forms. */
    private static final List<String> YEARS = List.of(
            "/comparison/411200-103?years=2024,2025,2026",
            "/comparison/411200-103?years=2024,2025,2026&by=fund&stage=adjusted",
            "/comparison/411200-103?years=2025,2026&by=project&basis=like",
            "/comparison/411200-103?years=2025,2026&by=unit&stage=final&basis=like",
            "/comparison/411200-103/figure?year=2025&level=total&basis=like&years=2025,2026",
            "/comparison/411200-103/figure?year=2026&level=fund&code=GENERAL_PUBLIC",
            "/comparison/411200-103/bridge?from=2025&to=2026",
            "/comparison/411200-103/bridge?from=2026&to=2026",
            "/budgets/411200-103-2026/performance",
            "/budgets/411200-103-2025/performance");

    private static final List<String> WORK = List.of(
            "/budgets/411200-103-2025/counterfactual",
            "/budgets/411200-103-2025/counterfactual?without=3&wait=20000",
            "/budgets/411200-103-2025/tables/1/cells/S2!S2/%E6%94%B6%E5%85%A5~%E9%87%91%E9%A2%9D?basis=adjusted",
            "/ledger/workbench/flags",
            "/ledger/controls",
            "/execute/411200-103-2026",
            "/execute/411200-103-2026/adjustments",
            "/execute/411200-103-2026/adjustments/1",
            "/execute/411200-103-2026/adjustments/2",
            "/execute/411200-103-2026/adjustments/5",
            "/execute/411200-103-2025/adjustments",
            "/execute/411200-103-2025/adjustments/1",
            "/execute/411200-103-2025/adjustments/9",
            "/execute/411200-103-2026/accounts",
            "/execute/411200-103-2026/year-end",
            "/execute/411200-103-2026/aims",
            "/execute/411200-103-2026/targets",
            "/execute/411200-103-2026/projects",
            "/execute/411200-103-2026/line?key=A001",
            "/execute/411200-103-2026/provisional",
            "/prepare/411200-103-2026",
            "/prepare/411200-103-2026/lines",
            "/prepare/411200-103-2025",
            "/work",
            "/approvals",
            "/funds/411200/2026",
            "/policy/411200");

    private static RunningApplication application;

    @BeforeAll
    static void start() throws IOException {
        application = RunningApplication.start(
                Files.createTempDirectory("mingzhang-english"), true, RunningApplication.INVENTED_YEAR);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static Map<String, Set<String>> addresses() {
        Map<String, Set<String>> byLogin = PageVisit.all().stream()
                .filter(PageVisit::isDirect)
                .collect(Collectors.groupingBy(
                        PageVisit::login,
                        LinkedHashMap::new,
                        Collectors.mapping(PageVisit::address, Collectors.toCollection(TreeSet::new))));
        byLogin.computeIfAbsent("-", fresh -> new TreeSet<>()).addAll(YEARS);
        for (String login : List.of("caiwu", "shenji", "yusuan", "yewu", "danwei")) {
            byLogin.computeIfAbsent(login, fresh -> new TreeSet<>())
                    .addAll(Stream.concat(YEARS.stream(), WORK.stream()).toList());
        }
        return byLogin;
    }

    /** A page as it was answered. */
    private record Seen(String address, String html) {}

    private static List<Seen> walked() {
        List<Seen> seen = new ArrayList<>();
        addresses().forEach((login, pages) -> {
            Browsing person = new Browsing(application.address());
            if (!login.equals("-")) {
                person.as(login, "mingzhang-demo");
            }
            for (String page : pages) {
                HttpResponse<String> answer = person.get(page + (page.contains("?") ? "&" : "?") + "lang=en");
                String type = answer.headers().firstValue("Content-Type").orElse("");
                if (answer.statusCode() == 200 && type.startsWith("text/html")) {
                    seen.add(new Seen(login + " " + page, answer.body()));
                }
            }
        });
        return seen;
    }

    /** Data that a page says to be Chinese may stand in a sentence or in what is read aloud, where nothing can be marked. */
    private static List<String> data(List<Seen> seen) {
        TreeSet<String> said = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        seen.forEach(page -> ChineseOutside.marked(page.html()).stream()
                .filter(text -> text.length() > 1)
                .forEach(said::add));
        said.removeAll(systemWords());
        return List.copyOf(said);
    }

    /** What the program itself calls things. */
    private static Set<String> systemWords() {
        Set<String> words = new TreeSet<>();
        for (AdjustmentDirection one : AdjustmentDirection.values()) {
            words.add(one.label());
        }
        for (AdjustmentKind one : AdjustmentKind.values()) {
            words.add(one.label());
        }
        for (AdjustmentStation one : AdjustmentStation.values()) {
            words.add(one.label());
        }
        for (AccountsStage one : AccountsStage.values()) {
            words.add(one.label());
        }
        words.remove(AccountsStage.DISCLOSED.label()); // an indicator of the sample is called so, too
        for (FundType one : FundType.values()) {
            words.add(one.label());
        }
        for (ProvisionalGround one : ProvisionalGround.values()) {
            words.add(one.label());
        }
        for (ClosingGround one : ClosingGround.values()) {
            words.add(one.label());
        }
        for (ProjectCategory one : ProjectCategory.values()) {
            words.add(one.label());
        }
        return words;
    }

    @Test
    void no_word_of_the_site_is_chinese_on_an_english_page() {
        List<Seen> seen = walked();
        assertThat(seen.size()).isGreaterThan(120);
        List<String> data = data(seen);
        TreeSet<String> wrong = new TreeSet<>();
        for (Seen page : seen) {
            for (String text : ChineseOutside.of(page.html())) {
                String left = text;
                for (String known : data) {
                    left = left.replace(known, "");
                }
                if (HAN.matcher(WRITTEN.matcher(QUOTED.matcher(left).replaceAll(""))
                                .replaceAll(""))
                        .find()) {
                    wrong.add(page.address() + ": " + text);
                }
            }
            fullWidth(page, data).forEach(wrong::add);
            ChineseOutside.marked(page.html()).stream()
                    .filter(EnglishPagesTest::beginsLikeALabel)
                    .forEach(text -> wrong.add(page.address() + " puts a word of the site before data: " + text));
            if (!OFFICIAL.matcher(page.address()).find()) {
                ChineseOutside.marked(page.html()).stream()
                        .filter(systemWords()::contains)
                        .forEach(word ->
                                wrong.add(page.address() + " says in Chinese what has an English word: " + word));
            }
        }
        for (Seen page : seen) {
            AMBIGUOUS_DAY
                    .matcher(TAG.matcher(page.html()).replaceAll(" "))
                    .results()
                    .forEach(day -> wrong.add(page.address() + " writes a day as " + day.group()));
        }
        assertThat(wrong).isEmpty();
    }

    /** A kind, a station or a role in front of what somebody typed, such as 项目间调剂：热线扩容. */
    private static boolean beginsLikeALabel(String text) {
        int colon = text.indexOf('：');
        return (colon > 0 && systemWords().contains(text.substring(0, colon).strip()))
                || Stream.of(AdjustmentStation.values()).anyMatch(station -> text.startsWith(station.label() + " "));
    }

    private static List<String> fullWidth(Seen page, List<String> data) {
        return ChineseOutside.punctuated(page.html()).stream()
                .filter(text -> !ChineseOutside.punctuated("<p>" + without(text, data) + "</p>")
                        .isEmpty())
                .map(text -> page.address() + " is punctuated as Chinese is: " + text)
                .toList();
    }

    private static String without(String text, List<String> data) {
        String left = text;
        for (String known : data) {
            left = left.replace(known, "");
        }
        return QUOTED.matcher(left).replaceAll("");
    }

    /** A preview of a line that gives all that it has left: its words are in the language of the page, brackets too. */
    @Test
    void a_preview_of_a_line_without_a_project_is_english() {
        List<LineBalances.Balance> basic = application
                .context()
                .getBean(LineBalances.class)
                .of(
                        BudgetId.parse("411200-103-2025"),
                        application.context().getBean(EventLog.class).head())
                .stream()
                .filter(line -> line.classification().category() == ProjectCategory.OPERATING
                        && line.available().exceeds(Amount.ZERO))
                .toList();
        Browsing finance = new Browsing(application.address()).as("caiwu", "mingzhang-demo");
        String page = "/execute/411200-103-2025/adjustments";
        finance.get(page + "/new?lang=en");
        HttpResponse<String> answer = finance.post(
                page + "/new",
                page + "/preview",
                Map.of(
                        "direction", "SHIFT",
                        "reason", "用完",
                        "amountUnit", "元",
                        "effectiveOn", "2025-12-31",
                        "from[0].line", basic.getFirst().line().value(),
                        "from[0].amount", AmountUnit.YUAN.plain(basic.getFirst().available()),
                        "to[0].line", basic.get(1).line().value(),
                        "to[0].amount", AmountUnit.YUAN.plain(basic.getFirst().available()),
                        "performanceUnaffected", "true",
                        "requestContent", "说明"));
        String shown = answer.statusCode() == 302 ? finance.follow(answer) : answer.body();
        assertThat(shown.substring(Math.max(0, shown.indexOf("data-foreseen")))).contains("will have nothing left");
        Seen seen = new Seen("preview", shown);
        assertThat(ChineseOutside.of(shown).stream().filter(text -> text.contains("nothing left")))
                .isEmpty();
        assertThat(fullWidth(seen, List.of()).stream().filter(text -> text.contains("nothing left")))
                .isEmpty();
    }

    @Test
    void a_label_before_data_and_chinese_brackets_are_found() {
        assertThat(beginsLikeALabel("项目间调剂：热线扩容")).isTrue();
        assertThat(beginsLikeALabel("部门审核 赵立")).isTrue();
        assertThat(beginsLikeALabel("热线：扩容")).isFalse();
        Seen guilty =
                new Seen("/guilty", "<html lang=\"en\"><body><p>call（A001） will have nothing left</p></body></html>");
        assertThat(fullWidth(guilty, List.of())).hasSize(1);
        Seen marked = new Seen("/fine", "<html lang=\"en\"><body><p lang=\"zh-CN\">热线（扩容）</p></body></html>");
        assertThat(fullWidth(marked, List.of())).isEmpty();
    }

    @Test
    void a_guilty_day_is_found() {
        assertThat("from 1/1/15–".matches(".*" + AMBIGUOUS_DAY.pattern() + ".*"))
                .isTrue();
        assertThat("from 2015-01-01, 12/2025".matches(".*" + AMBIGUOUS_DAY.pattern() + ".*"))
                .isFalse();
    }

    @Test
    void a_guilty_page_is_found() {
        assertThat(ChineseOutside.of("""
            <html lang="en"><body><p>Direction: <b>调剂</b></p><span lang="zh-CN">人员<i>经费</i></span>
            <br><input lang="zh-CN" placeholder="单位"><input placeholder="金额"><p>after it 追加</p></body></html>\
            """)).containsExactly("调剂", "placeholder=金额", "after it 追加");
        assertThat(ChineseOutside.marked("<p lang=\"en\"><b lang=\"zh-CN\">调剂</b> <i>plain</i></p>"))
                .as("and what is said to be Chinese, so that it is seen that it is no data")
                .containsExactly("调剂");
    }
}
