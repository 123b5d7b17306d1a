package org.mingzhang.query.disclosure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.value.Classification;

/**
 * Which movements of money an amount of a table is the sum of: those whose classification satisfies every condition.
 *
 * <p>It asks each classification alone and knows nothing of the sums of the table, so that adding up what it counts checks
 * the table as well as explains it.
 */
public final class CellFormula {
    private final FactSide side;
    private final Scope scope;
    private final boolean never;
    private final Map<Dimension, Set<String>> allowed = new EnumMap<>(Dimension.class);

    CellFormula(FactSide side, Scope scope, List<FactPredicate> conditions) {
        this.side = side;
        this.scope = scope;
        this.never = conditions.stream().anyMatch(FactPredicate::never);
        conditions.forEach(condition -> condition.allowed().forEach(this::narrow));
    }

    /** All expenditure of a scope. */
    public static CellFormula ofExpenditure(Scope scope) {
        return new CellFormula(FactSide.EXPENDITURE, scope, List.of());
    }

    private void narrow(Dimension dimension, Set<String> answers) {
        Set<String> both = new TreeSet<>(answers);
        Set<String> before = allowed.get(dimension);
        if (before != null) {
            both.retainAll(before);
        }
        allowed.put(dimension, both);
    }

    /**
     * One question and the answers that count.
     *
     * @param dimension its stable word, as in templates
     * @param answers in order
     */
    public record Condition(String dimension, List<String> answers) {}

    public boolean revenue() {
        return side == FactSide.REVENUE;
    }

    public Scope scope() {
        return scope;
    }

    /** Whether the template says that no money is ever counted here. */
    public boolean never() {
        return never;
    }

    Map<Dimension, Set<String>> allowed() {
        return allowed;
    }

    public List<Condition> conditions() {
        return allowed.entrySet().stream()
                .map(one -> new Condition(one.getKey().key(), List.copyOf(one.getValue())))
                .toList();
    }

    /** Whether money of that classification is counted. */
    public boolean counts(Classification classification) {
        boolean ofSide = classification instanceof Classification.Revenue == revenue();
        return ofSide
                && !never
                && scope.covers(classification.unit())
                && allowed.entrySet().stream()
                        .allMatch(one -> one.getValue().contains(one.getKey().of(classification)));
    }
}
