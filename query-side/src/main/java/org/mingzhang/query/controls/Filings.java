package org.mingzhang.query.controls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentReviewed;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentRulesApplied;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentSubmitted;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentTookEffect;
import org.mingzhang.kernel.event.AdjustmentEvent.AttachmentAdded;
import org.mingzhang.kernel.policy.AppliedRule;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.AttachmentRole;
import org.mingzhang.ledger.store.RecordedEvent;

/** Adjustments as they were submitted, and how far each has come; the other rules look here. */
final class Filings implements Rule {
    private final Map<AdjustmentRef, Filing> all = new HashMap<>();

    /** A document on its way. */
    static final class Filing {
        private final AdjustmentSubmitted submitted;
        private final RecordedEvent event;
        private final List<AdjustmentStation> passed = new ArrayList<>();
        private final List<AppliedRule> rules = new ArrayList<>();
        private final Set<AttachmentRole> files = new HashSet<>();
        private boolean effective;

        private Filing(AdjustmentSubmitted submitted, RecordedEvent event) {
            this.submitted = submitted;
            this.event = event;
        }

        AdjustmentSubmitted submitted() {
            return submitted;
        }

        Actor maker() {
            return event.envelope().actor();
        }

        RecordedEvent event() {
            return event;
        }

        /** Before the event that is looked at. */
        List<AdjustmentStation> passed() {
            return passed;
        }

        List<AppliedRule> rules() {
            return rules;
        }

        boolean hasFile(AttachmentRole role) {
            return files.contains(role);
        }

        boolean effective() {
            return effective;
        }
    }

    /** Empty when nothing was ever submitted under that number. */
    Optional<Filing> of(AdjustmentRef document) {
        return Optional.ofNullable(all.get(document));
    }

    Optional<Filing> of(AdjustmentEvent event) {
        return of(new AdjustmentRef(event.budget(), event.number()));
    }

    @Override
    public void see(RecordedEvent event) {
        if (event.envelope().message() instanceof AdjustmentSubmitted submitted) {
            all.put(new AdjustmentRef(submitted.budget(), submitted.number()), new Filing(submitted, event));
        } else if (event.envelope().message() instanceof AdjustmentRulesApplied applied) {
            of(applied).ifPresent(filing -> filing.rules.addAll(applied.rules()));
        } else if (event.envelope().message() instanceof AttachmentAdded added) {
            of(added).ifPresent(filing -> filing.files.add(added.role()));
        }
    }

    /** Called by the last rule that looks at the event: from then on the station is passed, or the document in effect. */
    void afterwards(RecordedEvent event) {
        if (event.envelope().message() instanceof AdjustmentReviewed reviewed) {
            of(reviewed).ifPresent(filing -> filing.passed.add(reviewed.station()));
        } else if (event.envelope().message() instanceof AdjustmentTookEffect effect) {
            of(effect).ifPresent(filing -> filing.effective = true);
        }
    }
}
