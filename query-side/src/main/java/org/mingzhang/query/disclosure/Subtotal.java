package org.mingzhang.query.disclosure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;

/**
 * All lines together that a table cannot tell apart.
 *
 * <p>Its classification is that of one of them: only what the table asks ({@link Questions}) is the same for all.
 */
final class Subtotal {
    private final int id;
    private final Classification classification;
    private final long fen;
    private final Place first;
    private final Map<Dimension, String> answers = new EnumMap<>(Dimension.class);

    Subtotal(int id, Classification classification, Amount sum, Place first) {
        this.id = id;
        this.classification = classification;
        this.fen = sum.fen();
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

    /** Where the first of its lines stands. */
    Place first() {
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
