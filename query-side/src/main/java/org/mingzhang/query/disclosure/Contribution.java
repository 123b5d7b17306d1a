package org.mingzhang.query.disclosure;

import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;

/** One fact behind a cell: the contributions of a cell sum to it, to the fen. */
public record Contribution(LineKey line, Classification classification, Amount amount) {}
