package org.mingzhang.query.disclosure;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.value.Classification;

/**
 * Which of many classifications a formula counts, asked of thousands of formulas: each answer to each question is looked up
 * once and not once for each formula.
 */
public final class ClassificationIndex {
    private final List<Classification> classifications;
    private final Map<Dimension, Map<String, BitSet>> answers = new EnumMap<>(Dimension.class);
    private final BitSet revenue = new BitSet();

    public ClassificationIndex(List<Classification> classifications) {
        this.classifications = List.copyOf(classifications);
        for (int at = 0; at < classifications.size(); at++) {
            revenue.set(at, classifications.get(at) instanceof Classification.Revenue);
        }
    }

    /** The places in the list of those that it counts. */
    public BitSet counted(CellFormula formula) {
        BitSet counted = new BitSet(classifications.size());
        if (formula.never()) {
            return counted;
        }
        counted.or(revenue);
        if (!formula.revenue()) {
            counted.flip(0, classifications.size());
        }
        formula.allowed().forEach((dimension, allowed) -> counted.and(answered(dimension, allowed)));
        formula.scope().unit().ifPresent(unit -> counted.and(answered(Dimension.UNIT, Set.of(unit.value()))));
        return counted;
    }

    private BitSet answered(Dimension dimension, Set<String> allowed) {
        Map<String, BitSet> known = answers.computeIfAbsent(dimension, this::answers);
        BitSet any = new BitSet(classifications.size());
        for (String answer : allowed) {
            BitSet those = known.get(answer);
            if (those != null) {
                any.or(those);
            }
        }
        return any;
    }

    private Map<String, BitSet> answers(Dimension dimension) {
        Map<String, BitSet> found = new HashMap<>();
        for (int at = 0; at < classifications.size(); at++) {
            found.computeIfAbsent(dimension.of(classifications.get(at)), answer -> new BitSet())
                    .set(at);
        }
        return found;
    }
}
