package org.mingzhang.kernel.event;

import java.util.List;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsSource;

/**
 * Where supplements come from: the sources of a division's year, and what adjustments of its budgets hold and draw.
 *
 * <p>What an adjustment does here is appended together with the event in its own budget.
 */
public sealed interface FundsEvent extends LedgerEvent {
    FundsId funds();

    /** Number of the source within the funds, from 1. */
    int source();

    List<FundsMovement> movements();

    @Override
    default String stream() {
        return funds().toString();
    }

    record SourceRegistered(FundsId funds, int source, FundsSource said, List<FundsMovement> movements)
            implements FundsEvent {
        public SourceRegistered {
            movements = List.copyOf(movements);
        }
    }

    /** More money came to it, by a document of its own. */
    record SourceIncreased(FundsId funds, int source, Basis basis, String note, List<FundsMovement> movements)
            implements FundsEvent {
        public SourceIncreased {
            movements = List.copyOf(movements);
        }
    }

    record SourceCorrected(
            FundsId funds,
            int source,
            FundsSource before,
            FundsSource after,
            String reason,
            List<FundsMovement> movements)
            implements FundsEvent {
        public SourceCorrected {
            movements = List.copyOf(movements);
        }
    }

    /** A reduction took effect, and what it took back may be allocated anew. */
    record SourceRecovered(
            FundsId funds, int source, FundsSource said, AdjustmentRef document, List<FundsMovement> movements)
            implements FundsEvent {
        public SourceRecovered {
            movements = List.copyOf(movements);
        }
    }

    /** Held for an adjustment that was submitted. */
    record SourceReserved(FundsId funds, int source, AdjustmentRef document, List<FundsMovement> movements)
            implements FundsEvent {
        public SourceReserved {
            movements = List.copyOf(movements);
        }
    }

    /** The adjustment was returned, withdrawn or rejected. */
    record SourceReleased(FundsId funds, int source, AdjustmentRef document, List<FundsMovement> movements)
            implements FundsEvent {
        public SourceReleased {
            movements = List.copyOf(movements);
        }
    }

    /** The adjustment took effect; what was held is given. */
    record SourceDrawn(FundsId funds, int source, AdjustmentRef document, List<FundsMovement> movements)
            implements FundsEvent {
        public SourceDrawn {
            movements = List.copyOf(movements);
        }
    }

    /** An adjustment that takes back a supplement took effect, and the source has its money again. */
    record SourceRestored(FundsId funds, int source, AdjustmentRef document, List<FundsMovement> movements)
            implements FundsEvent {
        public SourceRestored {
            movements = List.copyOf(movements);
        }
    }
}
