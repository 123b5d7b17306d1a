package org.mingzhang.command.budget;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;

/** What becomes of what was spent, held and closed in a history that something is missing from. */
final class MoneyCourse {
    private static final Pattern ENTRY = Pattern.compile("entries\\[(\\d+)]\\..*");

    private final HistoryWithout history;
    private final HistoryWithout.Course course;

    MoneyCourse(HistoryWithout history, HistoryWithout.Course course) {
        this.history = history;
        this.course = course;
    }

    /** As it is decided then; of many lines those that are not refused for what is missing. */
    List<Envelope<LedgerEvent>> of(BudgetCommand command) {
        Envelope<BudgetCommand> asked = course.head().with(command);
        return switch (history.decide(asked)) {
            case Decision.Accepted accepted -> history.all(asked, accepted);
            case Decision.Refused refused -> {
                List<Decision.Objection> against = history.forWhatIsMissing(asked, refused);
                yield against.isEmpty() ? history.all(course.part().events()) : without(command, against);
            }
        };
    }

    private List<Envelope<LedgerEvent>> without(BudgetCommand command, List<Decision.Objection> against) {
        TreeMap<Integer, List<Refusal>> byLine = new TreeMap<>();
        for (Decision.Objection objection : against) {
            Matcher entry = ENTRY.matcher(objection.field());
            if (!entry.matches()) {
                stopped(command, against);
                return List.of();
            }
            byLine.computeIfAbsent(Integer.valueOf(entry.group(1)), at -> new ArrayList<>())
                    .add(objection.refusal());
        }
        List<ExecutionEvent.OfLine> lines = course.part().all(ExecutionEvent.OfLine.class);
        byLine.forEach((at, reasons) -> stopped(lines.get(at), reasons));
        ActPart left = course.part().withoutLines(List.copyOf(byLine.keySet()));
        if (left.head().isEmpty()) {
            return List.of();
        }
        HistoryWithout.Course rest =
                new HistoryWithout.Course(course.position(), left, left.head().get());
        return new MoneyCourse(history, rest).of(history.command(rest).orElseThrow());
    }

    private void stopped(BudgetCommand command, List<Decision.Objection> against) {
        List<Refusal> reasons =
                against.stream().map(Decision.Objection::refusal).toList();
        switch (course.head().message()) {
            case ExecutionEvent.LineClosed ignored -> whole(command.budget(), Departure.Step.CLOSING, reasons);
            case ExecutionEvent.OfLine ignored ->
                course.part().all(ExecutionEvent.OfLine.class).forEach(line -> stopped(line, reasons));
            case ExecutionEvent.YearClosed ignored -> whole(command.budget(), Departure.Step.CLOSING, reasons);
            case BudgetEvent ignored -> whole(command.budget(), Departure.Step.ACCOUNTS, reasons);
        }
    }

    private void whole(BudgetId budget, Departure.Step step, List<Refusal> reasons) {
        depart(step, budget, Optional.empty(), Optional.empty(), Amount.ZERO, reasons);
    }

    private void stopped(ExecutionEvent.OfLine event, List<Refusal> reasons) {
        Optional<LineKey> line = Optional.of(event.line());
        BudgetId budget = event.budget();
        switch (event) {
            case ExecutionEvent.ExecutionRecorded e ->
                depart(Departure.Step.PAYMENT, budget, line, Optional.of(e.month()), paid(e), reasons);
            case ExecutionEvent.LineFrozen e ->
                depart(Departure.Step.FREEZE, budget, line, Optional.empty(), e.amount(), reasons);
            case ExecutionEvent.LineThawed e ->
                depart(Departure.Step.THAW, budget, line, Optional.empty(), e.amount(), reasons);
            case ExecutionEvent.CarryOverStated e ->
                depart(Departure.Step.CARRY_OVER, budget, line, Optional.empty(), e.carried(), reasons);
            case ExecutionEvent.LineClosed e ->
                depart(Departure.Step.CLOSING, budget, line, Optional.empty(), e.carried(), reasons);
            case ExecutionEvent.ProvisionalIssued e ->
                throw new IllegalStateException("before the approval nothing is decided again: " + e);
            case ExecutionEvent.ProvisionalReplaced e ->
                throw new IllegalStateException("before the approval nothing is decided again: " + e);
        }
    }

    private static Amount paid(ExecutionEvent.ExecutionRecorded event) {
        return Amount.sum(event.postings().stream()
                .filter(posting -> posting.stage() == Stage.EXECUTED || posting.stage() == Stage.COMMITTED)
                .map(posting -> posting.delta())
                .toList());
    }

    private void depart(
            Departure.Step step,
            BudgetId budget,
            Optional<LineKey> line,
            Optional<YearMonth> month,
            Amount amount,
            List<Refusal> reasons) {
        history.depart(new Departure.Stopped(
                course.position(),
                course.head().businessDay(),
                step,
                Optional.of(budget),
                0,
                line,
                month,
                amount,
                reasons));
    }
}
