package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.ProjectCode;

/**
 * How one budget becomes another: steps that add up to exactly the difference.
 *
 * <p>Each step is added up of its own postings and of nothing else. Where there are none, one step says that nothing is
 * known of the reasons; no other is ever what the rest leaves over, and what does not add up is no bridge.
 *
 * @param start empty where it is not known, and then there are no steps
 * @param end empty where it is not known, and then there are no steps
 */
public record Bridge(Optional<Amount> start, List<Step> steps, Optional<Amount> end) {
    private static final Comparator<Step> ORDER = Comparator.comparing(Step::reason)
            .thenComparingInt(Step::number)
            .thenComparing(
                    step -> step.amount().isNegative() ? step.amount().negated() : step.amount(),
                    Comparator.reverseOrder())
            .thenComparing(Step::key);

    public Bridge {
        steps = List.copyOf(steps);
        Amount sum = Amount.sum(steps.stream().map(Step::amount).toList());
        Optional<Amount> reached = start.map(from -> from.plus(sum));
        if (start.isPresent() && end.isPresent() && !reached.equals(end)) {
            throw new IllegalArgumentException(
                    "the steps from " + start + " lead to " + reached + " and not to " + end);
        }
    }

    /** What is known of a budget. */
    sealed interface Known {
        /** The whole; empty where it is not known. */
        Optional<Amount> total();

        /** Everything. */
        record Lines(List<Movement> movements) implements Known {
            public Lines {
                movements = List.copyOf(movements);
            }

            @Override
            public Optional<Amount> total() {
                return Optional.of(Bridge.sum(movements));
            }
        }

        /** What somebody printed of it. */
        record Printed(Amount whole) implements Known {
            @Override
            public Optional<Amount> total() {
                return Optional.of(whole);
            }
        }

        /** Nothing. */
        record Unpublished() implements Known {
            @Override
            public Optional<Amount> total() {
                return Optional.empty();
            }
        }
    }

    /** An adjustment in effect, with what it moves. */
    record Document(int number, BridgeReason reason, List<Movement> movements) {
        Document {
            movements = List.copyOf(movements);
        }
    }

    /**
     * A reason of the difference.
     *
     * @param key of what it is about within its reason: a project, a unit, the number of a document; blank for the rest
     * @param before what there was of it, where it is something that goes on
     * @param after what there is of it
     * @param movements that it is the sum of; none where nothing is known
     */
    public record Step(
            BridgeReason reason,
            String key,
            Optional<Amount> before,
            Optional<Amount> after,
            Amount amount,
            List<Movement> movements) {
        public Step {
            movements = List.copyOf(movements);
        }

        static Step of(
                BridgeReason reason,
                String key,
                Optional<Amount> before,
                Optional<Amount> after,
                List<Movement> movements) {
            return new Step(reason, key, before, after, sum(movements), movements);
        }

        /** Whether the whole is more or less by it; a shift moves money and changes nothing. */
        public boolean changes() {
            return !amount.isZero();
        }

        /** How much of it moves in one direction at most: of a shift what it shifts. */
        public Amount gross() {
            long in = 0;
            long out = 0;
            for (Movement movement : movements) {
                in = Math.addExact(in, Math.max(0, movement.fen()));
                out = Math.addExact(out, Math.max(0, Math.negateExact(movement.fen())));
            }
            return new Amount(Math.max(in, out));
        }

        /** Projects of a year whose money is in it. */
        Set<String> projects(FiscalYear year) {
            return movements.stream()
                    .filter(movement -> movement.budget().year().equals(year))
                    .flatMap(movement -> movement.money().project().stream())
                    .map(ProjectCode::value)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        int number() {
            return reason.ofDocuments() ? Integer.parseInt(key) : 0;
        }
    }

    private static Amount sum(List<Movement> movements) {
        return Amount.sum(movements.stream().map(Movement::amount).toList());
    }

    /** From the initial budget of a year to the adjusted one of the same. */
    static Bridge within(Known initial, List<Document> documents) {
        return along(initial, initial, List.of(), documents);
    }

    /**
     * From a budget to that of a later year.
     *
     * @param beside money of others in the earlier year that may go on here
     * @param to the initial budget
     * @param documents that make the adjusted one of it; none where the initial one is meant
     */
    static Bridge between(
            Known from, List<Movement> beside, Known to, LineIdentity identity, List<Document> documents) {
        if (from instanceof Known.Lines earlier && to instanceof Known.Lines later) {
            YearSteps steps = new YearSteps(identity);
            earlier.movements().forEach(steps::before);
            beside.forEach(steps::before);
            later.movements().forEach(steps::after);
            return along(from, to, steps.all(), documents);
        }
        List<Step> unexplained = from.total()
                .flatMap(start -> to.total().map(end -> end.minus(start)))
                .map(whole -> new Step(BridgeReason.UNEXPLAINED, "", from.total(), to.total(), whole, List.of()))
                .map(List::of)
                .orElse(List.of());
        return along(from, to, unexplained, documents);
    }

    private static Bridge along(Known from, Known to, List<Step> first, List<Document> documents) {
        List<Step> steps = new ArrayList<>(first);
        Optional<Amount> end = to.total();
        for (Document document : documents) {
            Step step = Step.of(
                    document.reason(),
                    Integer.toString(document.number()),
                    Optional.empty(),
                    Optional.empty(),
                    document.movements());
            steps.add(step);
            end = end.map(sum -> sum.plus(step.amount()));
        }
        steps.sort(ORDER);
        boolean known = from.total().isPresent() && end.isPresent();
        return new Bridge(from.total(), known ? steps : List.of(), end);
    }

    /** Whether it leads from one end to the other. */
    public boolean known() {
        return start.isPresent() && end.isPresent();
    }

    /** The difference; empty where one of the two is not known. */
    public Optional<Amount> difference() {
        return start.flatMap(from -> end.map(to -> to.minus(from)));
    }

    /** The steps of a reason, or one of them by its key. */
    List<Step> steps(BridgeReason reason, String key) {
        return steps.stream()
                .filter(step ->
                        step.reason() == reason && (key.isEmpty() || step.key().equals(key)))
                .toList();
    }
}
