package org.mingzhang.query.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification.Expenditure;
import org.mingzhang.query.comparison.Bridge.Step;
import org.mingzhang.query.comparison.BridgeReader.Answer;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.AskedAmiss;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 预算变动分解: how one budget of a department becomes another, and what stands behind each step. */
@Controller
class BridgePages {
    private final BridgeReader reader;
    private final ComparedInstants instants;
    private final MessageSource messages;

    BridgePages(BridgeReader reader, ComparedInstants instants, MessageSource messages) {
        this.instants = instants;
        this.reader = reader;
        this.messages = messages;
    }

    /** A line with what it adds to a step. */
    record LineChange(BudgetId budget, String line, Expenditure money, Amount amount) {}

    @GetMapping("/comparison/{subject}/bridge")
    String bridge(@PathVariable String subject, @RequestParam Map<String, String> said, Locale locale, Model model) {
        Answer answer = reader.answer(BridgeQuestion.read(subject, said));
        BridgeView view = view(answer, locale);
        common(model, answer);
        model.addAttribute("years", answer.known().years());
        model.addAttribute("stages", List.of(ComparedStage.INITIAL, ComparedStage.ADJUSTED));
        model.addAttribute("units", reader.units(answer));
        model.addAttribute("finding", view.finding());
        model.addAttribute("groups", view.groups());
        model.addAttribute("chart", answer.bridge().known() ? view.chart() : null);
        model.addAttribute("difference", view.difference());
        model.addAttribute("inWan", answer.question().with("unit", ""));
        model.addAttribute("inYuan", answer.question().with("unit", "yuan"));
        return "comparison/bridge";
    }

    @GetMapping(path = "/comparison/{subject}/bridge", params = "format")
    View file(@PathVariable String subject, @RequestParam Map<String, String> said, @RequestParam GridFormat format) {
        Answer answer = reader.answer(BridgeQuestion.read(subject, said));
        return BridgeGrid.GRID.file(
                subject + "-" + answer.ends().from() + "-" + answer.ends().to(), BridgeGrid.rows(answer), format);
    }

    /** The lines and events that a step is the sum of, or all of its reason. */
    @GetMapping("/comparison/{subject}/bridge/step")
    String step(@PathVariable String subject, @RequestParam Map<String, String> said, Locale locale, Model model) {
        String word = said.getOrDefault("reason", "");
        BridgeReason reason = BridgeReason.ofKey(word)
                .orElseThrow(() -> new AskedAmiss(HttpStatus.BAD_REQUEST, "bridge.reason", word));
        String key = said.getOrDefault("key", "");
        Answer answer = reader.answer(BridgeQuestion.read(subject, said));
        List<Step> steps = answer.bridge().steps(reason, key);
        if (steps.isEmpty()) {
            throw new AskedAmiss(HttpStatus.NOT_FOUND, "bridge.step", word, key);
        }
        List<Movement> movements =
                steps.stream().flatMap(step -> step.movements().stream()).toList();
        common(model, answer);
        model.addAttribute("reason", reason);
        model.addAttribute("key", key);
        model.addAttribute(
                "lines",
                view(answer, locale).groups().stream()
                        .filter(group -> group.reason() == reason)
                        .flatMap(group -> group.lines().stream())
                        .filter(line -> key.isEmpty() || line.step().key().equals(key))
                        .toList());
        model.addAttribute("sum", BridgeView.sum(steps));
        model.addAttribute("changes", changes(movements));
        model.addAttribute("movements", movements);
        model.addAttribute("staff", answer.staff());
        return "comparison/bridge-step";
    }

    private void common(Model model, Answer answer) {
        model.addAttribute("question", answer.question());
        model.addAttribute("answer", answer);
        model.addAttribute("ends", answer.ends());
        model.addAttribute("initial", ComparedStage.INITIAL);
        model.addAttribute("name", answer.name());
        model.addAttribute("bridge", answer.bridge());
        model.addAttribute("stated", answer.stated());
        BridgeQuestion question = answer.question();
        model.addAttribute(
                "asOfBar",
                instants.of(
                                question.department(),
                                question.scope(),
                                question.asOf(),
                                answer.known().kept())
                        .orElse(null));
        model.addAttribute("yuan", answer.question().unit() == AmountUnit.YUAN);
    }

    private BridgeView view(Answer answer, Locale locale) {
        return new BridgeView(answer, (key, arguments) -> messages.getMessage(key, arguments, locale));
    }

    private static List<LineChange> changes(List<Movement> movements) {
        Map<Object, LineChange> lines = new LinkedHashMap<>();
        movements.forEach(one -> lines.merge(
                List.of(one.budget(), one.posted().line(), one.money()),
                new LineChange(one.budget(), one.posted().line().value(), one.money(), one.amount()),
                (sum, more) -> new LineChange(sum.budget, sum.line, sum.money, sum.amount.plus(more.amount))));
        return lines.values().stream().filter(line -> !line.amount.isZero()).toList();
    }
}
