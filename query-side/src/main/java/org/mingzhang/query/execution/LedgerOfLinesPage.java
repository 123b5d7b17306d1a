package org.mingzhang.query.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.CodeNames;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.Slice;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The ledger of lines (预算台账): 年初, 调整, 调整后, 冻结, 在途, 已支付, 可用 and 进度 of each. */
@Controller
class LedgerOfLinesPage {
    private static final int ON_ONE_PAGE = 200;

    private static final Grid<LedgerLine> GRID = new Grid<>(
            "execute.lines",
            List.of(
                    GridColumn.code("line.key", LedgerLine::key),
                    GridColumn.code("line.unit", line -> line.money().unit().value()),
                    GridColumn.text(
                            "field.unitName",
                            line -> line.names().unit(line.money().unit())),
                    GridColumn.code("project.code", LedgerLine::projectCode),
                    GridColumn.text("project.name", LedgerLine::projectName),
                    GridColumn.choice("line.category", line -> line.money().category()),
                    GridColumn.code(
                            "line.function", line -> line.money().function().value()),
                    GridColumn.text("field.functionName", LedgerLine::functionName),
                    GridColumn.code(
                            "line.dept", line -> line.money().deptEconomic().value()),
                    GridColumn.text("field.deptName", LedgerLine::deptName),
                    GridColumn.code(
                            "line.gov", line -> line.money().govEconomic().value()),
                    GridColumn.choice("line.fund", line -> line.money().fund()),
                    GridColumn.choice("line.source", line -> line.money().source()),
                    GridColumn.money("execute.initial", line -> line.balance().of(Stage.INITIAL)),
                    GridColumn.money("execute.adjusted", line -> line.balance().of(Stage.ADJUSTED)),
                    GridColumn.money("execute.budgeted", line -> line.balance().budgeted()),
                    GridColumn.money("execute.frozen", line -> line.balance().of(Stage.FROZEN)),
                    GridColumn.money("execute.committed", line -> line.balance().of(Stage.COMMITTED)),
                    GridColumn.money("execute.executed", line -> line.balance().of(Stage.EXECUTED)),
                    GridColumn.money("execute.available", line -> line.balance().available()),
                    GridColumn.count("execute.percent", LedgerLine::progress)));

    private final WorkDesk desk;
    private final LineBalances balances;

    LedgerOfLinesPage(WorkDesk desk, LineBalances balances) {
        this.desk = desk;
        this.balances = balances;
    }

    @GetMapping("/execute/{id}")
    String lines(
            @PathVariable String id,
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(name = "of", defaultValue = "") String unit,
            @RequestParam(name = "line", defaultValue = "") String only,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        List<LedgerLine> found = found(budget, word, unit, only);
        model.addAttribute("maySubmit", Submitting.offered(model, desk));
        model.addAttribute("word", word);
        model.addAttribute("of", unit);
        model.addAttribute("units", Choice.units(budget.facts()));
        model.addAttribute("lines", Slice.of(found, page, ON_ONE_PAGE));
        model.addAttribute("total", total(found));
        return "execute/lines";
    }

    @GetMapping(path = "/execute/{id}", params = "format")
    View file(
            @PathVariable String id,
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(name = "of", defaultValue = "") String unit,
            @RequestParam(name = "line", defaultValue = "") String only,
            @RequestParam GridFormat format,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        return GRID.file(budget.id().toString(), found(budget, word, unit, only), format);
    }

    private List<LedgerLine> found(OpenedBudget budget, String word, String unit, String only) {
        CodeNames names = CodeNames.of(budget.facts());
        return balances.of(budget.id(), budget.moment()).stream()
                .map(balance -> new LedgerLine(balance, names))
                .filter(line -> only.isEmpty() || line.key().equals(only))
                .filter(line -> unit.isEmpty() || line.money().unit().value().equals(unit))
                .filter(line -> word.isBlank() || line.mentions(word))
                .toList();
    }

    /** Of everything that was found, also beyond this page; empty when nothing was. */
    private static Optional<LedgerLine> total(List<LedgerLine> found) {
        Map<Stage, Amount> sums =
                LineBalances.sum(found.stream().map(LedgerLine::balance).toList());
        return found.stream().findFirst().map(any -> any.with(sums));
    }
}
