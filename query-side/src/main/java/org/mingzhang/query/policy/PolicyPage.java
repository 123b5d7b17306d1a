package org.mingzhang.query.policy;

import java.util.List;
import java.util.Set;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.policy.Measure;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 制度规则: the rules for adjustments on a day, their amendments, and the form for another. */
@Controller
class PolicyPage {
    private static final Set<Role> PROPOSING = Set.of(Role.BUDGET_OFFICE, Role.SECTOR_DESK);
    private static final List<Integer> TIER_ROWS = List.of(0, 1, 2);

    private final PolicyDesk desk;
    private final ListInstant instant;
    private final CurrentVisitor visitors;

    PolicyPage(PolicyDesk desk, ListInstant instant, CurrentVisitor visitors) {
        this.desk = desk;
        this.instant = instant;
        this.visitors = visitors;
    }

    @GetMapping("/policy")
    String policy(
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String version,
            Model model) {
        List<DivisionCode> divisions = desk.divisions();
        model.addAttribute("divisions", divisions);
        instant.lookBack(model);
        if (division.isEmpty() && divisions.isEmpty()) {
            model.addAttribute("rules", null);
            return "policy";
        }
        DivisionCode code = division.isEmpty() ? divisions.getFirst() : desk.division(division);
        PolicyBook book = desk.book(code);
        model.addAttribute("rules", desk.rules(code, book, day, version));
        model.addAttribute("amendments", book.amendments().reversed());
        model.addAttribute("asked", version);
        form(model);
        return "policy";
    }

    /** @param of {@code limits} for what warns or stops; who decides otherwise */
    @GetMapping(path = "/policy", params = "format")
    View file(
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "paths") String of,
            @RequestParam GridFormat format) {
        DivisionCode code = division.isEmpty()
                ? desk.divisions().stream().findFirst().orElseThrow(PageNotFound::new)
                : desk.division(division);
        ShownRules rules = desk.rules(code, desk.book(code), day, version);
        String subject = code + "-" + rules.day();
        return of.equals("limits")
                ? PolicyGrid.LIMITS.file(subject, rules.rows().limits(), format)
                : PolicyGrid.PATHS.file(subject, rules.rows().paths(), format);
    }

    private void form(Model model) {
        Role role = visitors.visitor().map(Visitor::role).orElse(Role.AUDITOR);
        model.addAttribute("mayPropose", instant.isNow() && PROPOSING.contains(role));
        model.addAttribute("mayDecide", role == Role.BUDGET_OFFICE);
        model.addAttribute("login", visitors.visitor().map(Visitor::login).orElse(""));
        model.addAttribute("key", Identities.next().toString());
        model.addAttribute("today", desk.today());
        model.addAttribute("tierRows", TIER_ROWS);
        model.addAttribute("kinds", Choice.of(AdjustmentKind.values(), AdjustmentKind::label));
        model.addAttribute("stations", AdjustmentStation.values());
        model.addAttribute("measures", Measure.values());
        model.addAttribute("effects", LimitEffect.values());
    }
}
