package org.mingzhang.query.disclosure;

import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;

/**
 * What one line holds under one classification at the stage in question.
 *
 * @param ordinal place in the order of entry inside the budget, ascending
 */
public record FactLine<C extends Classification>(LineKey key, int ordinal, C classification, Amount amount) {}
