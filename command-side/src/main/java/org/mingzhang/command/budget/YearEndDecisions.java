package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.policy.YearEndRules;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.ClosingGround;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;

/** The end of a year: what is carried over, what lapses, and that nothing moves afterwards (lifecycle.md §6). */
final class YearEndDecisions {
    private YearEndDecisions() {}

    static Decision state(Situation now, ExecutionCommand.StateCarryOver command) {
        Findings findings = now.executing(Roles.DRAFTING);
        findings.require(!command.entries().isEmpty(), "entries", Refusal.NoEntries::new);
        ListRules.atMost(findings, ListRules.MOST_RECORDED, "entries", command.entries());
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        YearEnd end = YearEnd.of(now.budget(), now.today());
        List<BudgetEvent> events = new ArrayList<>();
        Set<LineKey> seen = new HashSet<>();
        for (int at = 0; at < command.entries().size(); at++) {
            ExecutionCommand.CarriedLine entry = command.entries().get(at);
            String row = "entries[" + at + "].";
            Findings ofRow = new Findings();
            ofRow.require(seen.add(entry.line()), "line", () -> new Refusal.LineTwice(entry.line()));
            stated(ofRow, end, entry);
            findings.addAll(ofRow, field -> row + field);
            if (!same(now, entry)) {
                events.add(new ExecutionEvent.CarryOverStated(
                        command.budget(), entry.line(), entry.carried(), entry.statement()));
            }
        }
        return findings.acceptAll(() -> events);
    }

    private static void stated(Findings row, YearEnd end, ExecutionCommand.CarriedLine entry) {
        TextRules.required(row, "statement", entry.statement());
        ActiveTexts.check(row, "statement", entry.statement());
        end.line(entry.line())
                .ifPresentOrElse(
                        line -> {
                            row.require(
                                    line.ground() == ClosingGround.STATED,
                                    "line",
                                    () -> new Refusal.NothingToState(entry.line(), line.ground()));
                            above(row, line, entry.carried());
                        },
                        () -> row.object("line", new Refusal.LineUnknown(entry.line())));
    }

    private static void above(Findings findings, YearEnd.Line line, Amount carried) {
        findings.require(
                !carried.isNegative() && !carried.exceeds(line.left()),
                "carried",
                () -> new Refusal.CarriedAboveLeft(line.key(), line.left(), carried));
    }

    private static boolean same(Situation now, ExecutionCommand.CarriedLine entry) {
        return now.budget()
                .execution()
                .course()
                .carryOvers()
                .get(entry.line())
                .filter(said -> said.carried().equals(entry.carried())
                        && said.statement().equals(entry.statement()))
                .isPresent();
    }

    static Decision close(Situation now, ExecutionCommand.CloseYear command) {
        Findings findings = now.executing(Roles.BUDGET_OFFICE);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        int year = now.budget().opening().orElseThrow().id().year().value();
        DayRules.notBefore(findings, "closedOn", command.closedOn(), LocalDate.of(year, 12, 31));
        DayRules.notAhead(findings, "closedOn", command.closedOn(), now);
        DayRules.notAhead(findings, "date", command.basis().date(), now);
        ActiveTexts.check(findings, command.basis());
        documents(findings, now);
        now.budget()
                .execution()
                .course()
                .carryOvers()
                .values()
                .map(YearCourse.CarryOver::maker)
                .distinct()
                .forEach(maker -> SeparationOfDuties.apart(findings, maker, now.actor()));
        List<YearEnd.Line> lines = YearEnd.of(now.budget(), now.today()).lines();
        lines.forEach(line -> closes(findings, now, line));
        return findings.acceptAll(() -> closed(now, command, lines));
    }

    private static void documents(Findings findings, Situation now) {
        List<Integer> open = now.budget()
                .execution()
                .adjustments()
                .values()
                .filter(document -> document.status() == AdjustmentStatus.IN_REVIEW)
                .map(FiledAdjustment::number)
                .toList();
        findings.require(open.isEmpty(), "", () -> new Refusal.AdjustmentsOpen(open));
    }

    private static void closes(Findings findings, Situation now, YearEnd.Line line) {
        findings.require(
                line.committed().isZero(), "", () -> new Refusal.PaymentsInProcess(line.key(), line.committed()));
        if (line.ground() == ClosingGround.STATED && !line.left().isZero()) {
            now.budget()
                    .execution()
                    .course()
                    .carryOvers()
                    .get(line.key())
                    .ifPresentOrElse(
                            said -> above(findings, line, said.carried()),
                            () -> findings.object("", new Refusal.CarryOverNotStated(line.key(), line.left())));
        }
    }

    private static List<BudgetEvent> closed(
            Situation now, ExecutionCommand.CloseYear command, List<YearEnd.Line> lines) {
        List<BudgetEvent> events = new ArrayList<>();
        for (YearEnd.Line line : lines) {
            List<Posting> postings = postings(command, line);
            if (!postings.isEmpty()) {
                events.add(new ExecutionEvent.LineClosed(
                        command.budget(), line.key(), line.carried(), line.lapsed(), line.ground(), postings));
            }
        }
        String policy = YearEndRules.inForceOn(now.today()).name();
        events.add(new ExecutionEvent.YearClosed(command.budget(), command.closedOn(), command.basis(), policy));
        return events;
    }

    private static List<Posting> postings(ExecutionCommand.CloseYear command, YearEnd.Line line) {
        List<Posting> postings = new ArrayList<>();
        post(postings, command, line, Stage.FROZEN, line.frozen().negated());
        post(postings, command, line, Stage.CARRIED_OVER, line.carried());
        post(postings, command, line, Stage.LAPSED, line.lapsed());
        return postings;
    }

    private static void post(
            List<Posting> postings, ExecutionCommand.CloseYear command, YearEnd.Line line, Stage stage, Amount delta) {
        if (!delta.isZero()) {
            LocalDate last = LocalDate.of(command.budget().year().value(), 12, 31);
            postings.add(new Posting(
                    line.key(),
                    line.money(),
                    stage,
                    delta,
                    last,
                    command.basis().documentNumber()));
        }
    }
}
