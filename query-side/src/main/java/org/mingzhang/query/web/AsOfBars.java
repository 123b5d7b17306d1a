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
import java.util.Set;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;
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
    private record Happened(
            BudgetId budget, String kind, String words, String argument, LocalDate day, long position) {}

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
        List<AsOfBar.Mark> marks =
                marks(kept, happened, Map.of(budget.id(), budget.moment()), asked.effective(), false);
        List<AsOfBar.Way> ways = ComparedWith.of(
                budget,
                scope,
                asked,
                kept,
                marks,
                staff,
                request.getRequestURI().startsWith("/budgets/"));
        return Optional.of(bar(asked, kept, budget.position(), marks, clocks && staff, ways));
    }

    /**
     * The bar of a page about several years of a department, or of several departments, which has no timeline of its own. The
     * public gets one where there are several releases, or where it looks back already.
     *
     * @param budgets whose life makes the timeline, also those of which nothing was there yet at the instant
     * @param read up to where each budget is read
     */
    public Optional<AsOfBar> amongYears(Set<BudgetId> budgets, Map<BudgetId, Moment> read, Scope scope, AsOf asked) {
        boolean staff = budgets.isEmpty()
                ? visitors.visitor().isPresent()
                : budgets.stream().anyMatch(budget -> shelf.isStaff(budget, scope));
        List<Happened> happened = new ArrayList<>();
        budgets.forEach(budget ->
                happened.addAll(shelf.isStaff(budget, scope) ? happened(budget, asked.effective()) : releases(budget)));
        if (!staff && asked.now() && happened.size() < 2) {
            return Optional.empty();
        }
        happened.sort(order(asked.effective()));
        Map<String, String> kept = kept();
        return Optional.of(bar(
                asked,
                kept,
                read.values().stream().mapToLong(Moment::position).max().orElse(0),
                marks(kept, happened, read, asked.effective(), true),
                staff,
                List.of()));
    }

    private List<AsOfBar.Mark> marks(
            Map<String, String> kept,
            List<Happened> happened,
            Map<BudgetId, Moment> read,
            boolean byDay,
            boolean ofYears) {
        return happened.stream()
                .map(one -> new AsOfBar.Mark(
                        one.kind(),
                        ofYears ? one.budget().year().toString() : "",
                        one.words(),
                        one.argument(),
                        one.day(),
                        one.position(),
                        address(kept, one, byDay),
                        Optional.ofNullable(read.get(one.budget()))
                                .filter(moment -> one.position() <= moment.position() && moment.counts(one.day()))
                                .isPresent()))
                .toList();
    }

    private AsOfBar bar(
            AsOf asked,
            Map<String, String> kept,
            long position,
            List<AsOfBar.Mark> marks,
            boolean clocks,
            List<AsOfBar.Way> ways) {
        int here = -1;
        for (int i = 0; i < marks.size(); i++) {
            here = marks.get(i).counted() ? i : here;
        }
        return new AsOfBar(
                asked,
                request.getRequestURI(),
                address(kept).encode().buildAndExpand(kept).toUriString(),
                kept,
                !asked.now(),
                position,
                marks,
                here,
                clocks,
                ways);
    }

    /** For what is no budget's and has no timeline. */
    public AsOfBar plain(AsOf asked, long position) {
        return plain(asked, position, true);
    }

    /** The same; {@code clocks} says whether it can be asked on the effective clock too. */
    AsOfBar plain(AsOf asked, long position, boolean clocks) {
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
                clocks,
                List.of());
    }

    /** By the positions that were released or disclosed with final accounts, which are those that the public may read at. */
    private List<Happened> releases(BudgetId budget) {
        List<Happened> found = new ArrayList<>();
        facts.history(budget, Long.MAX_VALUE, FactKind.RELEASE, Facts.ReleaseFact.class)
                .forEach(release -> found.add(new Happened(
                        budget, "release", "asof.released", "", release.publishedOn(), release.position())));
        if (!found.isEmpty()) {
            facts.held(budget, Long.MAX_VALUE, FactKind.ACCOUNTS, Facts.AccountsFact.class).stream()
                    .reduce((earlier, later) -> later)
                    .filter(held -> held.body().disclosed())
                    .ifPresent(held -> found.add(new Happened(
                            budget, "release", "asof.disclosed", "", held.body().day(), held.from())));
            found.sort(order(false));
        }
        return found;
    }

    private List<Happened> happened(BudgetId budget, boolean byDay) {
        long head = facts.position();
        List<Happened> all = new ArrayList<>();
        facts.held(budget, head, FactKind.PHASE, Facts.PhaseFact.class)
                .forEach(held -> all.add(new Happened(
                        budget,
                        "phase",
                        "phase." + held.body().phase(),
                        "",
                        held.body().day(),
                        held.from())));
        facts.held(budget, head, FactKind.RELEASE, Facts.ReleaseFact.class)
                .forEach(held -> all.add(new Happened(
                        budget, "release", "asof.released", "", held.body().publishedOn(), held.from())));
        facts.held(budget, head, FactKind.ADJUSTMENT_STEP, Facts.AdjustmentStep.class).stream()
                .filter(held -> held.body().effectiveOn().isPresent() && seesDocuments())
                .forEach(held -> all.add(new Happened(
                        budget,
                        "document",
                        "asof.adjusted",
                        Integer.toString(held.body().number()),
                        held.body().effectiveOn().orElseThrow(),
                        held.from())));
        all.sort(order(byDay));
        return all;
    }

    private static Comparator<Happened> order(boolean byDay) {
        return byDay
                ? Comparator.comparing(Happened::day).thenComparingLong(Happened::position)
                : Comparator.comparingLong(Happened::position);
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
