package org.mingzhang.query.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.PrintedFigure;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts.StatedFigures;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 上年数: what was stated of years before the first that is kept here, and the form that states it. */
@Controller
class ComparativesPage {
    private static final Set<Role> STATING = Set.of(Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD, Role.BUDGET_OFFICE);
    private static final int SPARE_ROWS = 6;
    private static final int FEN_DIGITS = 6;

    private final WorkDesk desk;
    private final FactReader facts;
    private final MessageSource messages;

    ComparativesPage(WorkDesk desk, FactReader facts, MessageSource messages) {
        this.messages = messages;
        this.desk = desk;
        this.facts = facts;
    }

    /**
     * A row of the form.
     *
     * @param name of its fields, such as {@code figures[3].}
     * @param amount in 万元, exact; blank where nothing was stated
     */
    record FormRow(String name, String level, String label, String code, String amount) {}

    @GetMapping("/prepare/{id}/comparatives")
    String comparatives(
            @PathVariable String id,
            @RequestParam(name = "of", defaultValue = "") String of,
            Locale locale,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        List<StatedFigures> history =
                facts.history(budget.id(), budget.position(), FactKind.COMPARATIVES, StatedFigures.class).stream()
                        .filter(one -> budget.moment().counts(one.day()))
                        .toList();
        Map<FiscalYear, StatedFigures> last = new LinkedHashMap<>();
        history.forEach(one -> last.put(one.figures().year(), one));
        List<StatedFigures> stated = List.copyOf(last.values());
        String year =
                of.matches("\\d{4}") ? of : Integer.toString(budget.id().year().value() - 1);
        Optional<StatedFigures> chosen = stated.stream()
                .filter(one -> one.figures().year().toString().equals(year))
                .findFirst();
        model.addAttribute("stated", stated);
        model.addAttribute("history", history.reversed());
        model.addAttribute("year", year);
        model.addAttribute("last", chosen.orElse(null));
        model.addAttribute("named", named(chosen));
        model.addAttribute("coded", coded(chosen));
        model.addAttribute("levels", levels(locale));
        model.addAttribute(
                "maySay",
                STATING.contains(desk.role())
                        && WorkDesk.isNow(model)
                        && budget.only().isEmpty());
        return "comparison/comparatives";
    }

    private static List<FormRow> named(Optional<StatedFigures> last) {
        List<FormRow> rows = new ArrayList<>();
        for (FigureLevel level : FigureLevel.values()) {
            if (!level.coded()) {
                String amount = last.flatMap(one -> one.figures().amount(level, ""))
                        .map(ComparativesPage::wan)
                        .orElse("");
                rows.add(new FormRow(field(rows.size()), level.name(), level.label(), "", amount));
            }
        }
        return rows;
    }

    private static List<FormRow> coded(Optional<StatedFigures> last) {
        int first = named(last).size();
        List<PrintedFigure> stated = last.stream()
                .flatMap(one -> one.figures().figures().stream())
                .filter(figure -> figure.level().coded())
                .toList();
        List<FormRow> rows = new ArrayList<>();
        for (PrintedFigure figure : stated) {
            rows.add(new FormRow(
                    field(first + rows.size()), figure.level().name(), "", figure.code(), wan(figure.amount())));
        }
        for (int spare = 0; spare < SPARE_ROWS; spare++) {
            rows.add(new FormRow(field(first + rows.size()), "", "", "", ""));
        }
        return rows;
    }

    private static String field(int row) {
        return "figures[" + row + "].";
    }

    private List<Choice> levels(Locale locale) {
        return Arrays.stream(FigureLevel.values())
                .filter(FigureLevel::coded)
                .map(level ->
                        new Choice(level.name(), messages.getMessage("comparison.level." + level.name(), null, locale)))
                .toList();
    }

    private static String wan(Amount amount) {
        BigDecimal number = BigDecimal.valueOf(amount.fen(), FEN_DIGITS).stripTrailingZeros();
        return (number.scale() < 2 ? number.setScale(2) : number).toPlainString();
    }
}
