package org.mingzhang.query.workbench;

import java.time.LocalDate;
import java.util.List;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.query.execution.AdjustmentDocument;

/**
 * What the flags look at of a document.
 *
 * @param amount how much changes its place, or comes, or goes
 * @param live whether it is on its way or in effect, and not returned, withdrawn or rejected
 * @param checkers who passed it at a station, in their order
 * @param reverses whether it takes an earlier one back openly (冲销)
 */
record FlagCase(
        int number,
        AdjustmentKind kind,
        Amount amount,
        LocalDate day,
        String maker,
        List<String> checkers,
        String reason,
        boolean live,
        boolean effective,
        boolean reverses,
        List<Move> moves) {
    FlagCase {
        checkers = List.copyOf(checkers);
        moves = List.copyOf(moves);
    }

    /** By how much a line changes. */
    record Move(String line, Amount change) {}

    static FlagCase of(AdjustmentDocument document) {
        return new FlagCase(
                document.number(),
                document.fact().kind(),
                document.moved(),
                document.fact().day(),
                document.fact().makerName(),
                document.steps().stream()
                        .filter(step -> step.step().equals("reviewed"))
                        .map(step -> step.actor())
                        .toList(),
                document.fact().request().reason(),
                document.inReview() || document.status().equals("effective"),
                document.status().equals("effective"),
                document.fact().request().reverses().isPresent(),
                document.fact().request().entries().stream()
                        .map(entry -> new Move(entry.line().value(), entry.change()))
                        .toList());
    }

    /** By how much it changes a line; nothing when it is not about it. */
    Amount change(String line) {
        return Amount.sum(moves.stream()
                .filter(move -> move.line().equals(line))
                .map(Move::change)
                .toList());
    }
}
