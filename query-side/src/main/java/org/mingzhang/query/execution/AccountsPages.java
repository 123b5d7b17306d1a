package org.mingzhang.query.execution;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.CodeNames;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/** The final accounts (决算): the three numbers, and how far the documents are. */
@Controller
class AccountsPages {
    /** As many lines as a page shows; all of them are in the workbook and in the ledger. */
    private static final int LINES = 200;

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");
    private static final Set<AccountsStage> WITH_DOCUMENT = Set.of(
            AccountsStage.AUDITED, AccountsStage.SC_APPROVED, AccountsStage.REPLIED, AccountsStage.UNITS_REPLIED);
    private static final Set<AccountsStage> RETURNED_BEFORE =
            Set.of(AccountsStage.FINANCE_REVIEWED, AccountsStage.AUDITED, AccountsStage.SC_APPROVED);

    private final WorkDesk desk;
    private final BudgetShelf shelf;
    private final LineBalances balances;
    private final FactReader facts;
    private final Clock clock;

    AccountsPages(WorkDesk desk, BudgetShelf shelf, LineBalances balances, FactReader facts, Clock clock) {
        this.desk = desk;
        this.shelf = shelf;
        this.balances = balances;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping("/execute/{id}/accounts")
    String accounts(@PathVariable String id, Model model) {
        OpenedBudget budget = desk.open(id, model);
        ThreeNumbers numbers = numbers(budget);
        List<Facts.AccountsFact> steps = steps(facts, budget);
        boolean closed = YearEndView.closing(facts, budget).isPresent();
        Optional<AccountsStage> next = closed && WorkDesk.isNow(model) ? next(steps) : Optional.empty();
        Role role = desk.role();
        model.addAttribute("functions", numbers.byFunction());
        model.addAttribute("economics", numbers.byEconomy());
        model.addAttribute("total", numbers.total());
        List<LedgerLine> lines = lines(budget);
        model.addAttribute("lines", lines.subList(0, Math.min(LINES, lines.size())));
        model.addAttribute("more", lines.size() > LINES);
        model.addAttribute("figures", figures(budget, (AsOf) model.getAttribute("asOf")));
        model.addAttribute("closed", closed);
        model.addAttribute("stages", AccountsStage.values());
        model.addAttribute("reached", reached(steps).keySet());
        model.addAttribute("steps", steps);
        model.addAttribute("next", next.orElse(null));
        model.addAttribute(
                "mayPass", next.filter(stage -> bringing(stage).contains(role)).isPresent());
        model.addAttribute("withDocument", next.filter(WITH_DOCUMENT::contains).isPresent());
        model.addAttribute(
                "mayReturn",
                next.filter(RETURNED_BEFORE::contains)
                        .filter(stage -> bringing(stage).contains(role))
                        .isPresent());
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS));
        return "execute/accounts";
    }

    @GetMapping({"/execute/{id}/accounts.xlsx", "/api/execution/{id}/accounts.xlsx"})
    ResponseEntity<byte[]> workbook(@PathVariable String id) {
        OpenedBudget budget = shelf.openOnEitherClock(id);
        ContentDisposition file = ContentDisposition.attachment()
                .filename("决算-" + id + ".xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(AccountsXlsx.write(budget.header(), numbers(budget), lines(budget)));
    }

    /** The address of whence a number comes, without stage, level and code; at the instant of this page. */
    private static String figures(OpenedBudget budget, @Nullable AsOf asOf) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("year", budget.id().year().toString());
        said.put("unit", "yuan");
        budget.only().ifPresent(unit -> said.put("scope", unit.value()));
        if (asOf != null && !asOf.now()) {
            said.put("asOf", asOf.word());
            said.put("clock", asOf.effective() ? "effective" : "recorded");
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(
                "/comparison/" + budget.id().division() + "-" + budget.id().department() + "/figure");
        said.keySet().forEach(word -> address.queryParam(word, "{" + word + "}"));
        return address.encode().buildAndExpand(said).toUriString();
    }

    private ThreeNumbers numbers(OpenedBudget budget) {
        return new ThreeNumbers(
                balances.of(budget.id(), budget.moment()), budget.header().classificationYear());
    }

    private List<LedgerLine> lines(OpenedBudget budget) {
        CodeNames names = CodeNames.of(budget.facts());
        return balances.of(budget.id(), budget.moment()).stream()
                .map(balance -> new LedgerLine(balance, names))
                .toList();
    }

    static List<Facts.AccountsFact> steps(FactReader facts, OpenedBudget budget) {
        return facts.history(budget.id(), budget.position(), FactKind.ACCOUNTS, Facts.AccountsFact.class).stream()
                .filter(step -> budget.moment().counts(step.day()))
                .toList();
    }

    /** The stages since the last return. */
    static Map<AccountsStage, Facts.AccountsFact> reached(List<Facts.AccountsFact> steps) {
        Map<AccountsStage, Facts.AccountsFact> reached = new EnumMap<>(AccountsStage.class);
        for (Facts.AccountsFact step : steps) {
            if (step.returned()) {
                reached.keySet().removeIf(stage -> stage != AccountsStage.DRAFTED);
            } else {
                reached.put(step.stage(), step);
            }
        }
        return reached;
    }

    static Optional<AccountsStage> next(List<Facts.AccountsFact> steps) {
        Set<AccountsStage> reached = reached(steps).keySet();
        return Stream.of(AccountsStage.values())
                .filter(stage -> !reached.contains(stage))
                .findFirst();
    }

    /** Whom the page offers the next stage; the command side decides. */
    static Set<Role> bringing(AccountsStage stage) {
        return switch (stage) {
            case DRAFTED -> Set.of(Role.DEPARTMENT_FINANCE);
            case DEPT_SUBMITTED -> Set.of(Role.DEPARTMENT_HEAD);
            case FINANCE_REVIEWED -> Set.of(Role.BUDGET_OFFICE, Role.SECTOR_DESK);
            case AUDITED, SC_APPROVED, REPLIED -> Set.of(Role.BUDGET_OFFICE);
            case UNITS_REPLIED, DISCLOSED -> Set.of(Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD);
        };
    }
}
