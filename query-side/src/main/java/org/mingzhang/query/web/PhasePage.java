package org.mingzhang.query.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How far the preparation is, what was said on the way, and the step that the visitor may take now. */
@Controller
class PhasePage {
    private static final List<String> PHASES = List.of(
            "preparing", "first-up", "first-down", "second-up", "in-congress", "enacted", "approved", "distributed");

    private final WorkDesk desk;
    private final FactReader facts;
    private final Ceilings ceilings;

    PhasePage(WorkDesk desk, FactReader facts, Ceilings ceilings) {
        this.ceilings = ceilings;
        this.desk = desk;
        this.facts = facts;
    }

    @GetMapping("/prepare/{id}/phase")
    String phase(@PathVariable String id, Model model) {
        OpenedBudget budget = desk.open(id, model);
        String now = String.valueOf(model.getAttribute("phase"));
        Optional<Ceiling> ceiling = ceilings.of(budget);
        model.addAttribute("phases", PHASES);
        model.addAttribute("reached", PHASES.indexOf(now));
        model.addAttribute("steps", WorkDesk.isNow(model) ? Step.in(now) : List.of());
        model.addAttribute("role", desk.role());
        model.addAttribute(
                "course",
                facts.history(budget.id(), budget.position(), FactKind.PHASE, Facts.PhaseFact.class).stream()
                        .filter(phase -> budget.moment().counts(phase.day()))
                        .toList());
        model.addAttribute(
                "ceilings", budget.only().isPresent() ? List.of() : CeilingLeft.rows(ceiling, budget.facts()));
        model.addAttribute("funds", Choice.of(FundType.values(), FundType::label));
        model.addAttribute("issued", issued(ceiling));
        return "prepare/phase";
    }

    /** The ceiling in force as the form's fields, in 元. */
    private static Map<String, String> issued(Optional<Ceiling> ceiling) {
        Map<String, String> fields = new TreeMap<>();
        ceiling.ifPresent(found -> {
            found.byFund().forEach((fund, amount) -> fields.put(fund.name(), AmountUnit.YUAN.print(amount)));
            fields.put("overseasTravel", AmountUnit.YUAN.print(found.overseasTravel()));
            fields.put("vehicles", AmountUnit.YUAN.print(found.vehicles()));
            fields.put("hospitality", AmountUnit.YUAN.print(found.hospitality()));
        });
        return fields;
    }
}
