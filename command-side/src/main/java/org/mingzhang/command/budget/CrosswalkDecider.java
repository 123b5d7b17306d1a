package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;

/**
 * Decides how things go on under other codes: a pure function of the command and the successions so far.
 *
 * <p>Whatever is accepted can be followed from any year to any later one, ends somewhere, and loses nothing on the way.
 */
public final class CrosswalkDecider {
    private static final int MOST_PARTS = 100;

    private final Envelope<? extends CrosswalkCommand> envelope;
    private final Crosswalk crosswalk;
    private final Set<String> units;
    private final Findings findings = new Findings();

    private CrosswalkDecider(Envelope<? extends CrosswalkCommand> envelope, Crosswalk crosswalk, Set<String> units) {
        this.envelope = envelope;
        this.crosswalk = crosswalk;
        this.units = units;
    }

    /**
     * One event when it happens, every reason against it when it does not.
     *
     * @param units those of the departments concerned that a budget has, or of which a figure was printed
     */
    public static Decision decide(
            Envelope<? extends CrosswalkCommand> envelope, Crosswalk crosswalk, Set<String> units) {
        return new CrosswalkDecider(envelope, crosswalk, units).decide();
    }

    private Decision decide() {
        Role role = envelope.actor().role();
        findings.require(
                Roles.FINANCE_BUREAU.contains(role), "", () -> new Refusal.RoleNotAllowed(role, Roles.FINANCE_BUREAU));
        return switch (envelope.message()) {
            case CrosswalkCommand.RecordSuccession command -> record(command);
            case CrosswalkCommand.WithdrawSuccession command -> withdraw(command);
        };
    }

    private Decision record(CrosswalkCommand.RecordSuccession command) {
        Succession succession = command.succession();
        if (findings.isEmpty()) {
            shares(succession);
            codes(succession);
            units(command);
            overlap(succession);
            loop(succession);
            ended(succession);
            findings.require(
                    !succession.basis().date().isAfter(envelope.businessDay()),
                    "date",
                    () -> new Refusal.DayAhead(succession.basis().date(), envelope.businessDay()));
        }
        return findings.accept(() -> event(command));
    }

    private CrosswalkEvent event(CrosswalkCommand.RecordSuccession command) {
        Succession said = command.succession();
        int number = crosswalk.nextNumber();
        return switch (said.kind()) {
            case UNIT ->
                said.after().size() == 1
                        ? new CrosswalkEvent.UnitMerged(command.division(), number, said)
                        : new CrosswalkEvent.UnitSplit(command.division(), number, said);
            case PROJECT -> new CrosswalkEvent.ProjectContinuedAs(command.division(), number, said);
            case FUNCTION, DEPT_ECONOMIC, GOV_ECONOMIC ->
                new CrosswalkEvent.CodeReplaced(command.division(), number, said);
        };
    }

    /** Together exactly everything, so that no money is lost or made. */
    private void shares(Succession succession) {
        List<Successor> after = succession.after();
        findings.require(!after.isEmpty(), "after", Refusal.NoSuccessors::new);
        ListRules.atMost(findings, MOST_PARTS, "after", after);
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < after.size(); at++) {
            Successor one = after.get(at);
            findings.require(
                    seen.add(one.code()), "after[" + at + "].code", () -> new Refusal.SuccessorTwice(one.code()));
            findings.require(
                    one.share() > 0, "after[" + at + "].share", () -> new Refusal.ShareNotPositive(one.code()));
        }
        long sum = after.stream().mapToLong(Successor::share).sum();
        findings.require(
                after.isEmpty() || sum == Successor.WHOLE, "after", () -> new Refusal.SharesDoNotSum(percent(sum)));
    }

    private static String percent(long share) {
        return "%d.%02d%%".formatted(share / 100, share % 100);
    }

    /** Codes of the catalogues are valid while they are used: the old one up to the year before, the new ones from then on. */
    private void codes(Succession succession) {
        Classifications codes = Classifications.shipped();
        switch (succession.kind()) {
            case FUNCTION -> codes(succession, CodeKind.FUNCTION, codes.functional());
            case DEPT_ECONOMIC -> codes(succession, CodeKind.DEPT_ECONOMIC, codes.deptEconomic());
            case GOV_ECONOMIC -> codes(succession, CodeKind.GOV_ECONOMIC, codes.govEconomic());
            case UNIT, PROJECT -> {}
        }
    }

    private void codes(Succession succession, CodeKind kind, CodeList list) {
        known(list, kind, succession.before(), succession.from().previous(), "before");
        for (int at = 0; at < succession.after().size(); at++) {
            known(list, kind, succession.after().get(at).code(), succession.from(), "after[" + at + "].code");
        }
    }

    private void known(CodeList list, CodeKind kind, String code, FiscalYear year, String field) {
        findings.require(list.knows(code), field, () -> new Refusal.CodeUnknown(kind, code));
        findings.require(
                !list.knows(code) || list.find(code, year).isPresent(),
                field,
                () -> new Refusal.CodeNotValidInYear(kind, code, year));
    }

    /**
     * A unit is there when a budget has it, a figure of it was printed, or an earlier succession names it. A mistyped code
     * would lead money to nowhere; what only the document knows is said to be so.
     */
    private void units(CrosswalkCommand.RecordSuccession command) {
        Succession said = command.succession();
        if (said.kind() == SuccessionKind.UNIT && !command.declared()) {
            unit(said.before(), "before");
            for (int at = 0; at < said.after().size(); at++) {
                unit(said.after().get(at).code(), "after[" + at + "].code");
            }
        }
    }

    private void unit(String code, String field) {
        boolean named = crosswalk.holding(SuccessionKind.UNIT).stream()
                .map(Crosswalk.Entry::succession)
                .anyMatch(earlier -> earlier.before().equals(code)
                        || earlier.after().stream()
                                .anyMatch(successor -> successor.code().equals(code)));
        findings.require(named || units.contains(code), field, () -> new Refusal.UnitNowhere(code));
    }

    /** A code ends once; one that was split and kept itself may be split again later, or end. */
    private void overlap(Succession succession) {
        crosswalk.holding(succession.kind()).stream()
                .filter(entry -> entry.succession().before().equals(succession.before()))
                .filter(entry -> !oneAfterTheOther(entry.succession(), succession))
                .findFirst()
                .ifPresent(entry ->
                        findings.object("before", new Refusal.SuccessionOverlaps(succession.before(), entry.number())));
    }

    private static boolean oneAfterTheOther(Succession one, Succession other) {
        int order = one.from().compareTo(other.from());
        return order < 0 ? one.keepsCode() : order > 0 && other.keepsCode();
    }

    /**
     * What goes on under another code in a year does not come back to its own in the same one. Later it may, when its own has
     * not ended ({@link #ended}).
     */
    private void loop(Succession succession) {
        Map<String, Succession> steps = steps(succession);
        steps.put(succession.before(), succession);
        List<String> path = new ArrayList<>(List.of(succession.before()));
        way(succession.before(), steps, path)
                .ifPresent(loop -> findings.object("after", new Refusal.SuccessionLoops(String.join(" → ", loop))));
    }

    /** Nothing goes on under a code that had ended by then: what came to it before would have gone another way. */
    private void ended(Succession succession) {
        for (Crosswalk.Entry entry : crosswalk.holding(succession.kind())) {
            Succession other = entry.succession();
            endedBefore(succession, other, "after", other.before());
            endedBefore(other, succession, "before", succession.before());
        }
    }

    private void endedBefore(Succession later, Succession earlier, String field, String code) {
        findings.require(
                earlier.keepsCode()
                        || earlier.from().compareTo(later.from()) >= 0
                        || later.after().stream()
                                .noneMatch(successor -> successor.code().equals(earlier.before())),
                field,
                () -> new Refusal.SuccessorEnded(code, earlier.from(), later.from()));
    }

    /** Those of the same kind and year. */
    private Map<String, Succession> steps(Succession of) {
        return crosswalk.holding(of.kind()).stream()
                .map(Crosswalk.Entry::succession)
                .filter(other -> other.from().equals(of.from()))
                .collect(Collectors.toMap(Succession::before, Function.identity(), (one, other) -> one));
    }

    /** The way from a code back to the first of the path, if there is any. */
    private static Optional<List<String>> way(String code, Map<String, Succession> steps, List<String> path) {
        Succession step = steps.get(code);
        if (step == null) {
            return Optional.empty();
        }
        for (Successor successor : step.after()) {
            if (step.keepsCode() && successor.code().equals(code)) {
                continue;
            }
            List<String> longer = new ArrayList<>(path);
            longer.add(successor.code());
            if (successor.code().equals(path.getFirst())) {
                return Optional.of(longer);
            }
            Optional<List<String>> found = way(successor.code(), steps, longer);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Decision withdraw(CrosswalkCommand.WithdrawSuccession command) {
        Optional<Crosswalk.Entry> found = crosswalk.find(command.number());
        if (findings.isEmpty()) {
            findings.require(found.isPresent(), "number", () -> new Refusal.SuccessionUnknown(command.number()));
            found.ifPresent(entry -> findings.require(
                    entry.holds(), "number", () -> new Refusal.SuccessionIsWithdrawn(command.number())));
            TextRules.reason(findings, command.reason());
        }
        return findings.accept(
                () -> new CrosswalkEvent.SuccessionWithdrawn(command.division(), command.number(), command.reason()));
    }
}
