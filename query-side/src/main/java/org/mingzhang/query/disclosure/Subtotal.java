package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;

/**
 * All lines of one classification together: the only thing a table needs, since its predicates ask for nothing else.
 *
 * <p>Summing by classification first makes filling a table one pass over the lines; whatever follows works on the few
 * distinct classifications.
 *
 * @param first the smallest order of entry among the lines
 */
record Subtotal(Classification classification, long fen, int first) {
    static List<Subtotal> of(List<LineFact> lines, FactPredicate where, Scope scope) {
        Map<Classification, Running> running = new LinkedHashMap<>();
        for (LineFact line : lines) {
            running.computeIfAbsent(line.classification(), c -> new Running(line.ordinal()))
                    .add(line);
        }
        List<Subtotal> subtotals = new ArrayList<>(running.size());
        running.forEach((classification, sum) -> {
            if (sum.fen != 0 && scope.covers(classification.unit()) && where.matches(classification)) {
                subtotals.add(new Subtotal(classification, sum.fen, sum.first));
            }
        });
        return subtotals;
    }

    static Amount sum(List<Subtotal> parts) {
        long fen = 0;
        for (Subtotal part : parts) {
            fen = Math.addExact(fen, part.fen);
        }
        return new Amount(fen);
    }

    static List<Subtotal> matching(List<Subtotal> parts, FactPredicate predicate) {
        return parts.stream()
                .filter(part -> predicate.matches(part.classification))
                .toList();
    }

    private static final class Running {
        private long fen;
        private int first;

        Running(int first) {
            this.first = first;
        }

        void add(LineFact line) {
            fen = Math.addExact(fen, line.amount().fen());
            first = Math.min(first, line.ordinal());
        }
    }
}
