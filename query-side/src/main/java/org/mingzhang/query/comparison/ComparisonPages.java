package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.comparison.ComparisonReader.Answer;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.ListsThen;
import org.mingzhang.query.web.Slice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 年度对比: what may be compared, and the years of a subject beside each other. */
@Controller
class ComparisonPages {
    private static final int ON_ONE_PAGE = 50;

    /** Departments of a group that stand in its name. */
    private static final int NAMED = 3;

    private final ComparisonReader reader;
    private final ComparedInstants instants;
    private final ListsThen lists;
    private final ListInstant instant;
    private final MessageSource messages;

    ComparisonPages(
            ComparisonReader reader,
            ComparedInstants instants,
            ListsThen lists,
            ListInstant instant,
            MessageSource messages) {
        this.reader = reader;
        this.instants = instants;
        this.lists = lists;
        this.instant = instant;
        this.messages = messages;
    }

    /**
     * Something that may be compared.
     *
     * @param subject as it stands in the address
     * @param years that are kept of it, ascending
     */
    record Subject(String subject, String name, List<FiscalYear> years) {}

    @GetMapping("/comparison")
    String subjects(
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        List<Listed> all = lists.all();
        String looked = word.strip().toLowerCase(Locale.ROOT);
        List<Subject> found = byDepartment(all).stream()
                .filter(subject -> (subject.subject() + " " + subject.name())
                        .toLowerCase(Locale.ROOT)
                        .contains(looked))
                .toList();
        Map<String, String> divisions = new TreeMap<>();
        all.forEach(listed -> divisions.put(
                listed.header().id().division().value(), listed.header().divisionName()));
        model.addAttribute("word", word);
        model.addAttribute("departments", Slice.of(found, page, ON_ONE_PAGE));
        model.addAttribute("divisions", divisions);
        instant.lookBack(model);
        return "comparison/subjects";
    }

    private static List<Subject> byDepartment(List<Listed> all) {
        Map<String, List<Listed>> byCode = new TreeMap<>();
        all.forEach(listed -> byCode.computeIfAbsent(
                        Department.of(listed.header().id()).code(), code -> new ArrayList<>())
                .add(listed));
        return byCode.entrySet().stream()
                .map(entry -> new Subject(
                        entry.getKey(),
                        entry.getValue().getLast().header().departmentName(),
                        entry.getValue().stream()
                                .map(listed -> listed.header().id().year())
                                .sorted()
                                .toList()))
                .toList();
    }

    @GetMapping("/comparison/{subject}")
    String comparison(
            @PathVariable String subject, @RequestParam Map<String, String> said, Locale locale, Model model) {
        Answer answer = reader.answer(ComparisonQuestion.read(subject, said));
        ComparisonQuestion question = answer.question();
        ComparisonView view = new ComparisonView(answer, key -> messages.getMessage(key, null, locale));
        model.addAttribute("question", question);
        model.addAttribute("answer", answer);
        model.addAttribute("name", name(answer));
        model.addAttribute("years", answer.all().years());
        model.addAttribute("knownYears", answer.known().years());
        model.addAttribute("units", question.single() ? reader.units(answer) : Map.of());
        model.addAttribute("headline", view.headline());
        model.addAttribute("lines", view.lines());
        model.addAttribute("charts", view.charts());
        model.addAttribute("findings", view.findings());
        model.addAttribute("stages", ComparedStage.values());
        model.addAttribute("classifications", ComparedBy.values());
        model.addAttribute("sortings", ComparisonQuestion.Sorting.values());
        model.addAttribute("inWan", question.with("unit", ""));
        model.addAttribute("inYuan", question.with("unit", "yuan"));
        model.addAttribute("yuan", question.unit() == AmountUnit.YUAN);
        model.addAttribute("bridge", question.single() ? BridgeQuestion.beside(question) : "");
        model.addAttribute(
                "asOfBar", instants.of(question, answer.known().kept()).orElse(null));
        return "comparison/years";
    }

    @GetMapping(path = "/comparison/{subject}", params = "format")
    View file(@PathVariable String subject, @RequestParam Map<String, String> said, @RequestParam GridFormat format) {
        Answer answer = reader.answer(ComparisonQuestion.read(subject, said));
        String years =
                answer.question().years().stream().map(FiscalYear::toString).collect(Collectors.joining("-"));
        return ComparisonGrid.GRID.file(
                subject + "-" + years + (answer.question().like() ? "-like" : ""),
                ComparisonGrid.entries(answer),
                format);
    }

    /**
     * The name of one department in the last of the years that are shown, of several the division's; of the latest year where
     * of none of those a budget is kept. Other names that it had are said beside it ({@link Answer#called()}).
     */
    static String name(Answer answer) {
        Map<BudgetId, BudgetHeader> shown = new TreeMap<>(answer.headers());
        shown.keySet().removeIf(budget -> !answer.question().years().contains(budget.year()));
        Map<Department, BudgetHeader> latest = new LinkedHashMap<>();
        (shown.isEmpty() ? answer.headers() : shown)
                .forEach((budget, header) -> latest.merge(
                        Department.of(budget),
                        header,
                        (one, other) -> year(one).compareTo(year(other)) > 0 ? one : other));
        Optional<BudgetHeader> first = latest.values().stream().findFirst();
        return answer.question().single()
                ? first.map(BudgetHeader::departmentName).orElse("")
                : first.map(BudgetHeader::divisionName).orElse("") + chosen(answer, latest);
    }

    /** A few departments do not go by the name of the whole division. */
    private static String chosen(Answer answer, Map<Department, BudgetHeader> latest) {
        if (answer.question().whole()) {
            return "";
        }
        String some = latest.values().stream()
                .limit(NAMED)
                .map(BudgetHeader::shortName)
                .collect(Collectors.joining("、", " ", ""));
        return latest.size() > NAMED ? some + "… (" + latest.size() + ")" : some;
    }

    private static FiscalYear year(BudgetHeader header) {
        BudgetId id = header.id();
        return id.year();
    }
}
