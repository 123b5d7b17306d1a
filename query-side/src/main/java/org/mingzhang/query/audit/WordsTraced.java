package org.mingzhang.query.audit;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.mingzhang.query.audit.Explanation.Changed;
import org.mingzhang.query.audit.Explanation.Step;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TextOrigin;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.web.OpenedBudget;

/** Words of a table: printed ones, names of codes, or what events said, each with what stood there before and after. */
final class WordsTraced {
    /** Each costs two tables. */
    private static final int MOST = 20;

    private final WordTrail trail;
    private final FactsAsOf past;
    private final OpenedBudget budget;
    private final CellQuestion asked;
    private final FoundCell cell;
    private final TellingOfSteps telling;

    WordsTraced(
            WordTrail trail,
            FactsAsOf past,
            OpenedBudget budget,
            CellQuestion asked,
            FoundCell cell,
            TellingOfSteps telling) {
        this.trail = trail;
        this.past = past;
        this.budget = budget;
        this.asked = asked;
        this.cell = cell;
        this.telling = telling;
    }

    Origin origin(List<TextOrigin> origins) {
        List<Long> positions = positions(origins);
        List<Step> steps = steps(positions.subList(0, Math.min(MOST, positions.size())));
        boolean blank = print(cell.cell()).isBlank();
        return new Origin(
                blank ? "blank" : "text",
                Optional.empty(),
                why(origins, blank, steps),
                Optional.empty(),
                List.of(),
                steps,
                positions.size());
    }

    private static String why(List<TextOrigin> origins, boolean blank, List<Step> steps) {
        if (origins.isEmpty()) {
            return "no-place";
        }
        if (blank) {
            return steps.isEmpty() ? "nothing-said" : "said-nothing";
        }
        return switch (origins.getFirst().kind()) {
            case TEMPLATE -> "template";
            case FUNCTION, ECONOMIC -> "catalogue";
            case DEPARTMENT, UNIT, PROJECT, PROJECT_TARGETS, OVERALL_TARGETS, STATEMENT -> "said";
        };
    }

    /** The newest first. */
    private List<Long> positions(List<TextOrigin> origins) {
        NavigableSet<Long> positions = trail.positions(origins, budget.position());
        if (budget.moment().day().isPresent()) {
            positions.removeIf(position -> !budget.moment().counts(past.effective(position)));
        }
        return List.copyOf(positions.descendingSet());
    }

    /** An event with what it changed. */
    private record Change(long position, Changed words) {}

    /** Those that changed these words; where none did, because the row came later, the last that said them. */
    private List<Step> steps(List<Long> positions) {
        List<Change> told = positions.stream()
                .map(position -> new Change(position, change(position)))
                .filter(change -> !change.words().before().equals(change.words().after()))
                .toList();
        List<Change> shown = told.isEmpty()
                ? positions.stream()
                        .limit(1)
                        .map(position -> new Change(position, new Changed("", print(cell.cell()))))
                        .toList()
                : told;
        return shown.stream()
                .map(change -> telling.step(change.position(), Optional.empty(), Optional.of(change.words())))
                .toList();
    }

    private Changed change(long position) {
        return trail.change(asked.table(), cell.row().key(), cell.columnAt(), position);
    }

    private String print(Table.Cell of) {
        return Table.print(of, asked.question().unit());
    }
}
