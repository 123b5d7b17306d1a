package org.mingzhang.query.controls;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Stage;

/** How much money changes its place: what comes in or what goes out, whichever is more. */
final class Moved {
    private Moved() {}

    static Amount by(AdjustmentRequest request) {
        return larger(request.entries().stream().map(AdjustmentEntry::change));
    }

    /** Nothing for a document that nobody submitted. */
    static Amount asked(Optional<Filings.Filing> filing) {
        return filing.map(one -> by(one.submitted().request())).orElse(Amount.ZERO);
    }

    /** Of expenditure that is adjusted. */
    static Amount by(List<Posting> postings) {
        return larger(postings.stream()
                .filter(posting -> posting.stage() == Stage.ADJUSTED
                        && posting.classification() instanceof Classification.Expenditure)
                .map(Posting::delta));
    }

    private static Amount larger(Stream<Amount> changes) {
        Amount in = Amount.ZERO;
        Amount out = Amount.ZERO;
        for (Amount change : changes.toList()) {
            if (change.isNegative()) {
                out = out.minus(change);
            } else {
                in = in.plus(change);
            }
        }
        return in.exceeds(out) ? in : out;
    }
}
