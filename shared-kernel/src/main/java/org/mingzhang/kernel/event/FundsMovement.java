package org.mingzhang.kernel.event;

import java.time.LocalDate;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundsStage;

/**
 * One movement of the money of a source, as {@link Posting} is of a line.
 *
 * @param delta the change in fen, of either sign
 * @param effective the day from which it counts
 * @param basis number of the document it rests on
 */
public record FundsMovement(FundsStage stage, Amount delta, LocalDate effective, String basis) {}
