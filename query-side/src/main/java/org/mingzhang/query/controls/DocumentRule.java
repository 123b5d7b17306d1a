package org.mingzhang.query.controls;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentReviewed;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentSubmitted;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentTookEffect;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.AttachmentRole;
import org.mingzhang.ledger.store.RecordedEvent;

/** Each request says or brings its grounds, each decision taken outside its document, each effect its approval. */
final class DocumentRule implements Rule {
    private final Filings filings;
    private final Findings findings;

    /** In the command that is looked at: a 划转 submits two. */
    private final List<AdjustmentRef> submitted = new ArrayList<>();

    DocumentRule(Filings filings, Findings findings) {
        this.filings = filings;
        this.findings = findings;
    }

    @Override
    public void see(RecordedEvent event) {
        if (event.envelope().message() instanceof AdjustmentSubmitted e) {
            submitted.add(new AdjustmentRef(e.budget(), e.number()));
        } else if (event.envelope().message() instanceof AdjustmentReviewed e && decidedOutside(e.station())) {
            findings.examine(Control.DOCUMENTS);
            findings.require(
                    e.document().isPresent(), Control.DOCUMENTS, event, "documents.decision", e.number(), e.station());
        } else if (event.envelope().message() instanceof AdjustmentTookEffect e) {
            findings.examine(Control.DOCUMENTS, Moved.asked(filings.of(e)));
            filings.of(e)
                    .ifPresent(filing -> findings.require(
                            !filing.submitted().approvalDemanded()
                                    || e.approval().isPresent(),
                            Control.DOCUMENTS,
                            event,
                            "documents.approval",
                            e.number()));
            findings.require(filings.of(e).isPresent(), Control.DOCUMENTS, event, "documents.unsubmitted", e.number());
        }
    }

    private static boolean decidedOutside(AdjustmentStation station) {
        return station == AdjustmentStation.GOVERNMENT_DECISION || station == AdjustmentStation.STANDING_COMMITTEE;
    }

    /** Its files come in the same command, after it. */
    @Override
    public void complete(RecordedEvent last) {
        submitted.stream().flatMap(document -> filings.of(document).stream()).forEach(filing -> {
            AdjustmentRequest request = filing.submitted().request();
            boolean grounds = !request.requestContent().isBlank()
                    || !request.requestNumber().isBlank()
                    || filing.hasFile(AttachmentRole.REQUEST);
            findings.examine(Control.DOCUMENTS, Moved.by(request));
            findings.require(
                    grounds,
                    Control.DOCUMENTS,
                    filing.event(),
                    "documents.request",
                    filing.submitted().number());
        });
        submitted.clear();
    }
}
