package org.mingzhang.query.comparison;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AsOfBars;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Visitor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 沿革对照: how units, projects and codes of a division go on under others, and the form that records it. */
@Controller
class CrosswalkPages {
    private static final Set<Role> RECORDING = Set.of(Role.BUDGET_OFFICE, Role.SECTOR_DESK);
    private static final List<Integer> ROWS = List.of(0, 1, 2, 3);

    private static final Grid<Crosswalk.Entry> GRID = new Grid<>(
            "crosswalk.title",
            List.of(
                    GridColumn.count("crosswalk.number", Crosswalk.Entry::number),
                    GridColumn.words(
                            "crosswalk.kind",
                            entry -> "crosswalk.kind."
                                    + entry.succession().kind().name()),
                    GridColumn.code(
                            "crosswalk.before", entry -> entry.succession().before()),
                    GridColumn.text("crosswalk.after", CrosswalkPages::after),
                    GridColumn.count(
                            "crosswalk.from", entry -> entry.succession().from().value()),
                    GridColumn.text(
                            "basis.number", entry -> entry.succession().basis().documentNumber()),
                    GridColumn.text(
                            "rules.basis", entry -> entry.succession().basis().title()),
                    GridColumn.words(
                            "basis.invented",
                            entry -> entry.succession().basis().invented() ? "basis.invented" : ""),
                    GridColumn.code("crosswalk.by", entry -> entry.maker().displayName()),
                    GridColumn.day("step.date", Crosswalk.Entry::recordedOn),
                    GridColumn.words(
                            "crosswalk.standing", entry -> entry.holds() ? "crosswalk.holds" : "crosswalk.withdrawn"),
                    GridColumn.text("form.reason", entry -> entry.withdrawn().orElse(""))));

    private final CrosswalkShelf successions;
    private final BudgetShelf shelf;
    private final CurrentVisitor visitors;
    private final MessageSource messages;
    private final AsOfBars bars;

    CrosswalkPages(
            CrosswalkShelf successions,
            BudgetShelf shelf,
            CurrentVisitor visitors,
            MessageSource messages,
            AsOfBars bars) {
        this.messages = messages;
        this.bars = bars;
        this.successions = successions;
        this.shelf = shelf;
        this.visitors = visitors;
    }

    @GetMapping("/crosswalk")
    String crosswalk(@RequestParam(defaultValue = "") String division, Locale locale, Model model) {
        Map<String, String> divisions = divisions();
        String chosen =
                division.isEmpty() ? divisions.keySet().stream().findFirst().orElse("") : division;
        model.addAttribute("divisions", divisions);
        model.addAttribute("division", chosen);
        model.addAttribute(
                "entries",
                chosen.isEmpty()
                        ? List.of()
                        : successions
                                .ofRequest(readable(chosen, divisions))
                                .entries()
                                .reversed());
        Role role = visitors.visitor().map(Visitor::role).orElse(Role.AUDITOR);
        AsOf asked = AsOf.ofRequest();
        model.addAttribute(
                "asOfBar", bars.plain(asked, successions.momentOfRequest().position()));
        model.addAttribute("mayRecord", asked.now() && RECORDING.contains(role) && !chosen.isEmpty());
        model.addAttribute("key", Identities.next().toString());
        model.addAttribute("rows", ROWS);
        model.addAttribute(
                "kinds",
                Arrays.stream(SuccessionKind.values())
                        .map(kind -> new Choice(
                                kind.name(), messages.getMessage("crosswalk.kind." + kind.name(), null, locale)))
                        .toList());
        return "comparison/crosswalk";
    }

    @GetMapping(path = "/crosswalk", params = "format")
    View file(@RequestParam(defaultValue = "") String division, @RequestParam GridFormat format) {
        Map<String, String> divisions = divisions();
        String chosen =
                division.isEmpty() ? divisions.keySet().stream().findFirst().orElse("") : division;
        return GRID.file(
                chosen,
                successions.ofRequest(readable(chosen, divisions)).entries().reversed(),
                format);
    }

    /** The codes that it goes on under, with their shares. */
    private static String after(Crosswalk.Entry entry) {
        return entry.succession().after().stream()
                .map(successor -> successor.code() + " "
                        + BigDecimal.valueOf(successor.share()).movePointLeft(2).toPlainString() + "%")
                .collect(Collectors.joining("; "));
    }

    private Map<String, String> divisions() {
        Map<String, String> divisions = new TreeMap<>();
        shelf.all()
                .forEach(listed -> divisions.put(
                        listed.header().id().division().value(), listed.header().divisionName()));
        return divisions;
    }

    /** A division of which the visitor reads any budget. */
    static DivisionCode readable(String text, Map<String, String> divisions) {
        try {
            DivisionCode code = new DivisionCode(text);
            if (divisions.containsKey(code.value())) {
                return code;
            }
        } catch (InvalidValueException e) {
            throw new PageNotFound();
        }
        throw new PageNotFound();
    }
}
