package org.mingzhang.query.disclosure;

import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;

/**
 * What one line amounts to at one instant and stage, under one classification.
 *
 * @param ordinal order of entry, ascending; decides the order of rows where a template asks for it
 */
public record LineFact(LineKey key, int ordinal, Classification classification, Amount amount) {}
