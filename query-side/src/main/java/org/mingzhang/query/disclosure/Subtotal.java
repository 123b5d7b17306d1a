package org.mingzhang.query.disclosure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;

/** All lines of one classification together: the only thing a table needs, since its predicates ask for nothing else. */
final class Subtotal {
    private final int id;
    private final Classification classification;
    private final long fen;
    private final int first;
    private final Map<Dimension, String> answers = new EnumMap<>(Dimension.class);

    Subtotal(int id, Classification classification, long fen, int first) {
        this.id = id;
        this.classification = classification;
        this.fen = fen;
        this.first = first;
    }

    /** Its place among the subtotals of its side. */
    int id() {
        return id;
    }

    Classification classification() {
        return classification;
    }

    long fen() {
        return fen;
    }

    /** The smallest order of entry among its lines. */
    int first() {
        return first;
    }

    /** What it answers to a template's question; kept, because every row and column asks again. */
    String value(Dimension dimension) {
        String answer = answers.get(dimension);
        if (answer == null) {
            answer = dimension.of(classification);
            answers.put(dimension, answer);
        }
        return answer;
    }

    static Amount sum(List<Subtotal> parts) {
        long fen = 0;
        for (Subtotal part : parts) {
            fen = Math.addExact(fen, part.fen);
        }
        return new Amount(fen);
    }

    static List<Subtotal> matching(List<Subtotal> parts, FactPredicate predicate) {
        return predicate.equals(FactPredicate.ALL)
                ? parts
                : parts.stream().filter(predicate::matches).toList();
    }
}
