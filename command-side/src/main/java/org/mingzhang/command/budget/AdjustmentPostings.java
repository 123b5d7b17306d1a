package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Stage;

/** The postings of an adjustment: what it holds while it is on its way, gives free again, and moves. */
record AdjustmentPostings(int number, AdjustmentRequest request) {
    /** The lines that give hold what they will give. */
    List<Posting> held(LocalDate day) {
        return giving(day, 1);
    }

    List<Posting> released(LocalDate day) {
        return giving(day, -1);
    }

    /**
     * Gives free on the day it is decided, and moves from the day it takes effect.
     *
     * @param basis number of the approval document; empty for the document's own
     */
    List<Posting> moved(LocalDate day, LocalDate effectiveOn, String basis) {
        List<Posting> postings = new ArrayList<>(released(day));
        request.entries()
                .forEach(entry -> postings.add(new Posting(
                        entry.line(),
                        entry.classification(),
                        Stage.ADJUSTED,
                        entry.change(),
                        effectiveOn,
                        basis.isEmpty() ? ownNumber() : basis)));
        return postings;
    }

    private List<Posting> giving(LocalDate day, int sign) {
        return request.entries().stream()
                .filter(entry -> entry.change().isNegative())
                .map(entry -> held(entry, day, sign))
                .toList();
    }

    private Posting held(AdjustmentEntry entry, LocalDate day, int sign) {
        Amount held = sign > 0 ? entry.change().negated() : entry.change();
        return new Posting(entry.line(), entry.classification(), Stage.FROZEN, held, day, ownNumber());
    }

    private String ownNumber() {
        return "调整单第" + number + "号";
    }
}
