package org.mingzhang.query.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Before publication: the tables one by one, the secrecy review, the deadline; then the publication itself. */
@Controller
class PublishPage {
    /** Within 20 days of the finance bureau's approval (预算法 art. 14). */
    private static final int DAYS_ALLOWED = 20;

    private final WorkDesk desk;
    private final DisclosureTables tables;
    private final FactReader facts;
    private final ListInstant instant;

    PublishPage(WorkDesk desk, DisclosureTables tables, FactReader facts, ListInstant instant) {
        this.desk = desk;
        this.tables = tables;
        this.facts = facts;
        this.instant = instant;
    }

    /**
     * The deadline.
     *
     * @param daysLeft negative when it has passed
     */
    record Deadline(LocalDate day, long daysLeft) {}

    @GetMapping("/publish/{id}")
    String publish(@PathVariable String id, Model model) {
        OpenedBudget budget = desk.open(id, model);
        if (budget.only().isPresent()) {
            throw new PageNotFound(); // the department publishes, and all of its tables are shown here
        }
        Optional<Facts.ReviewFact> review =
                facts.history(budget.id(), budget.position(), FactKind.SECRECY_REVIEW, Facts.ReviewFact.class).stream()
                        .filter(one -> budget.moment().counts(one.day()))
                        .reduce((earlier, later) -> later);
        long position = review.map(Facts.ReviewFact::position).orElse(budget.position());
        List<Table> filled =
                review.isPresent() ? tables.all(budget.id(), position, TableBasis.INITIAL) : tables.all(budget.facts());
        model.addAttribute("tables", filled);
        model.addAttribute("review", review);
        model.addAttribute("position", position);
        model.addAttribute("release", release(budget));
        model.addAttribute("today", instant.day());
        model.addAttribute("deadline", deadline(budget));
        model.addAttribute("approved", Set.of("approved", "distributed").contains(model.getAttribute("phase")));
        model.addAttribute("mayReview", WorkDesk.isNow(model) && desk.role() == Role.SECRECY_REVIEWER);
        model.addAttribute(
                "mayPublish",
                WorkDesk.isNow(model)
                        && Set.of(Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD).contains(desk.role()));
        return "publish";
    }

    private Optional<Deadline> deadline(OpenedBudget budget) {
        return facts.history(budget.id(), budget.position(), FactKind.PHASE, Facts.PhaseFact.class).stream()
                .filter(phase ->
                        phase.phase().equals("approved") && budget.moment().counts(phase.day()))
                .findFirst()
                .map(approved -> approved.day().plusDays(DAYS_ALLOWED))
                .map(day -> new Deadline(day, ChronoUnit.DAYS.between(instant.day(), day)));
    }

    /** The last that was out by then. */
    private Optional<Facts.ReleaseFact> release(OpenedBudget budget) {
        return facts.history(budget.id(), budget.position(), FactKind.RELEASE, Facts.ReleaseFact.class).stream()
                .filter(release -> budget.moment().counts(release.publishedOn()))
                .reduce((earlier, later) -> later);
    }
}
