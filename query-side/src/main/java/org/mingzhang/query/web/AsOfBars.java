package org.mingzhang.query.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Makes the bar of a page from what happened to its budget: phases, documents in effect, releases. */
@Component
public class AsOfBars {
    private final FactReader facts;
    private final BudgetShelf shelf;
    private final CurrentVisitor visitors;
    private final HttpServletRequest request;

    AsOfBars(FactReader facts, BudgetShelf shelf, CurrentVisitor visitors, HttpServletRequest request) {
        this.facts = facts;
        this.shelf = shelf;
        this.visitors = visitors;
        this.request = request;
    }

    /** A thing that happened, before it has an address. */
    private record Happened(String kind, String words, String argument, LocalDate day, long position) {}

    /**
     * The bar; for the public, who move between releases, only where there are several.
     *
     * @param clocks whether the page can be asked on the effective clock too
     */
    public Optional<AsOfBar> of(OpenedBudget budget, Scope scope, AsOf asked, boolean clocks) {
        boolean staff = shelf.isStaff(budget.id(), scope);
        Map<String, String> kept = kept();
        List<Happened> happened = staff ? happened(budget.id(), asked.effective()) : releases(budget.id());
        if (!staff && happened.size() < 2) {
            return Optional.empty();
        }
        List<AsOfBar.Mark> marks = happened.stream()
                .map(one -> new AsOfBar.Mark(
                        one.kind(),
                        one.words(),
                        one.argument(),
                        one.day(),
                        one.position(),
                        address(kept, one, asked.effective()),
                        one.position() <= budget.position() && budget.moment().counts(one.day())))
                .toList();
        int here = -1;
        for (int i = 0; i < marks.size(); i++) {
            here = marks.get(i).counted() ? i : here;
        }
        return Optional.of(new AsOfBar(
                asked,
                request.getRequestURI(),
                address(kept).encode().buildAndExpand(kept).toUriString(),
                kept,
                !asked.now(),
                budget.position(),
                marks,
                here,
                clocks && staff,
                ComparedWith.of(
                        budget,
                        scope,
                        asked,
                        kept,
                        marks,
                        staff,
                        request.getRequestURI().startsWith("/budgets/"))));
    }

    /** For what is no budget's and has no timeline. */
    public AsOfBar plain(AsOf asked, long position) {
        Map<String, String> kept = kept();
        return new AsOfBar(
                asked,
                request.getRequestURI(),
                address(kept).encode().buildAndExpand(kept).toUriString(),
                kept,
                !asked.now(),
                position,
                List.of(),
                -1,
                true,
                List.of());
    }

    /** By the positions that were released, which are those that the public may read at. */
    private List<Happened> releases(BudgetId budget) {
        return facts.history(budget, Long.MAX_VALUE, FactKind.RELEASE, Facts.ReleaseFact.class).stream()
                .map(release -> new Happened("release", "asof.released", "", release.publishedOn(), release.position()))
                .toList();
    }

    private List<Happened> happened(BudgetId budget, boolean byDay) {
        long head = facts.position();
        List<Happened> all = new ArrayList<>();
        facts.held(budget, head, FactKind.PHASE, Facts.PhaseFact.class)
                .forEach(held -> all.add(new Happened(
                        "phase", "phase." + held.body().phase(), "", held.body().day(), held.from())));
        facts.held(budget, head, FactKind.RELEASE, Facts.ReleaseFact.class)
                .forEach(held -> all.add(
                        new Happened("release", "asof.released", "", held.body().publishedOn(), held.from())));
        facts.held(budget, head, FactKind.ADJUSTMENT_STEP, Facts.AdjustmentStep.class).stream()
                .filter(held -> held.body().effectiveOn().isPresent() && seesDocuments())
                .forEach(held -> all.add(new Happened(
                        "document",
                        "asof.adjusted",
                        Integer.toString(held.body().number()),
                        held.body().effectiveOn().orElseThrow(),
                        held.from())));
        all.sort(
                byDay
                        ? Comparator.comparing(Happened::day).thenComparingLong(Happened::position)
                        : Comparator.comparingLong(Happened::position));
        return all;
    }

    /** Documents are the department's; people of one unit find theirs in their list. */
    private boolean seesDocuments() {
        return visitors.visitor().filter(visitor -> visitor.unit().isEmpty()).isPresent();
    }

    private String address(Map<String, String> kept, Happened at, boolean byDay) {
        UriComponentsBuilder address = address(kept);
        address.queryParam("asOf", byDay ? at.day().toString() : Long.toString(at.position()));
        if (byDay) {
            address.queryParam("clock", "effective");
        }
        return address.encode().buildAndExpand(kept).toUriString();
    }

    private UriComponentsBuilder address(Map<String, String> kept) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(UriUtils.decode(request.getRequestURI(), UTF_8));
        kept.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address;
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!List.of("asOf", "clock", "page", "lang", "after", "saved", "format")
                            .contains(name)
                    && name.matches("[a-zA-Z]+")) {
                kept.put(name, values[0]);
            }
        });
        return kept;
    }
}
