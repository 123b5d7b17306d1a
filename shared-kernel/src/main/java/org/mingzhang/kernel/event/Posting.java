package org.mingzhang.kernel.event;

import java.time.LocalDate;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;

/**
 * One movement of money on one line: the uniform shape that every sum, explanation and verification reads.
 *
 * @param delta the change in fen, of either sign
 * @param effective the day from which it counts
 * @param basis number of the document it rests on; empty during preparation
 */
public record Posting(
        LineKey line, Classification classification, Stage stage, Amount delta, LocalDate effective, String basis) {}
