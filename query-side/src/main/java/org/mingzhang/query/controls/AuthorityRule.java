package org.mingzhang.query.controls;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentReviewed;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentTookEffect;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.policy.AdjustmentRule;
import org.mingzhang.kernel.policy.AppliedRule;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * A document passes every station that the law, the rules recorded with it and the rules of its division on the day of its
 * submission demand, in their order, and each is decided by a role that may.
 */
final class AuthorityRule implements Rule {
    /** Money leaves a function or project. */
    private static final Set<AdjustmentKind> CROSSING = EnumSet.of(
            AdjustmentKind.FUNC_SHIFT,
            AdjustmentKind.PROJECT_SHIFT,
            AdjustmentKind.LEVEL_SHIFT,
            AdjustmentKind.BASIC_PROJECT_SHIFT);

    private static final Set<Role> DEPARTMENT = EnumSet.of(Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD);
    private static final Set<Role> BUREAU = EnumSet.of(Role.BUDGET_OFFICE, Role.SECTOR_DESK);
    private static final Set<Role> OFFICE = EnumSet.of(Role.BUDGET_OFFICE);
    private static final Set<Role> GOVERNMENT = EnumSet.of(Role.BUDGET_OFFICE, Role.GOVERNMENT);

    private final Filings filings;
    private final Findings findings;
    private final Map<DivisionCode, PolicyBook> books = new HashMap<>();

    AuthorityRule(Filings filings, Findings findings) {
        this.filings = filings;
        this.findings = findings;
    }

    @Override
    public void see(RecordedEvent event) {
        if (event.envelope().message() instanceof PolicyEvent amendment) {
            PolicyBook book = books.getOrDefault(amendment.division(), PolicyBook.none());
            books.put(amendment.division(), book.evolve(event.of(PolicyEvent.class)));
        } else if (event.envelope().message() instanceof AdjustmentReviewed reviewed) {
            reviewed(event, reviewed);
        } else if (event.envelope().message() instanceof AdjustmentTookEffect effect) {
            effective(event, effect);
        } else if (event.envelope().message() instanceof AdjustmentEvent submission && submits(submission)) {
            filings.of(submission).ifPresent(filing -> demanded(event, filing));
        }
        filings.afterwards(event);
    }

    /** Law and rules of the day count also where somebody left out the rules that were applied. */
    private static boolean submits(AdjustmentEvent event) {
        return event instanceof AdjustmentEvent.AdjustmentSubmitted
                || event instanceof AdjustmentEvent.AdjustmentRulesApplied;
    }

    private void reviewed(RecordedEvent event, AdjustmentReviewed reviewed) {
        findings.examine(Control.AUTHORITY, Moved.asked(filings.of(reviewed)));
        Role role = event.envelope().actor().role();
        findings.require(
                deciding(reviewed.station()).contains(role),
                Control.AUTHORITY,
                event,
                "authority.role",
                reviewed.number(),
                reviewed.station(),
                role);
        filings.of(reviewed).ifPresent(filing -> {
            List<AdjustmentStation> stations = filing.submitted().stations();
            Optional<AdjustmentStation> next =
                    stations.stream().skip(filing.passed().size()).findFirst();
            findings.require(
                    next.filter(reviewed.station()::equals).isPresent(),
                    Control.AUTHORITY,
                    event,
                    "authority.order",
                    reviewed.number(),
                    reviewed.station());
        });
    }

    private void effective(RecordedEvent event, AdjustmentTookEffect effect) {
        findings.examine(Control.AUTHORITY, Moved.asked(filings.of(effect)));
        filings.of(effect).ifPresent(filing -> {
            findings.require(
                    filing.passed().equals(filing.submitted().stations()),
                    Control.AUTHORITY,
                    event,
                    "authority.skipped",
                    effect.number(),
                    filing.passed().size(),
                    filing.submitted().stations().size());
            findings.require(!filing.effective(), Control.AUTHORITY, event, "authority.twice", effect.number());
            boolean within = filing.submitted().stations().equals(List.of(AdjustmentStation.DEPARTMENT_REVIEW));
            Role role = event.envelope().actor().role();
            findings.require(
                    (within ? DEPARTMENT : OFFICE).contains(role),
                    Control.AUTHORITY,
                    event,
                    "authority.effect",
                    effect.number(),
                    role);
        });
    }

    private static Set<Role> deciding(AdjustmentStation station) {
        return switch (station) {
            case DEPARTMENT_REVIEW -> DEPARTMENT;
            case FINANCE_REVIEW -> BUREAU;
            case GOVERNMENT_DECISION -> GOVERNMENT;
            case STANDING_COMMITTEE -> OFFICE;
        };
    }

    private void demanded(RecordedEvent event, Filings.Filing filing) {
        findings.examine(Control.AUTHORITY);
        Set<AdjustmentStation> demanded = EnumSet.noneOf(AdjustmentStation.class);
        filing.rules().stream().map(AppliedRule::stations).forEach(demanded::addAll);
        law(filing.submitted().kind()).ifPresent(demanded::add);
        cut(event, filing).ifPresent(demanded::add);
        if (filing.submitted().request().reverses().isEmpty()) {
            ofTheDay(event, filing).ifPresent(rule -> demanded.addAll(rule.stations()));
        }
        demanded.removeAll(filing.submitted().stations());
        findings.require(
                demanded.isEmpty(),
                Control.AUTHORITY,
                event,
                "authority.missing",
                filing.submitted().number(),
                String.join("、", demanded.stream().map(AdjustmentStation::label).toList()));
    }

    /**
     * 预算法 art. 67 (1) and (3): a document that is marked as a cut of total or key expenditure, or whose reason said so
     * before there were marks. A mark stands only where something can be cut.
     */
    private Optional<AdjustmentStation> cut(RecordedEvent event, Filings.Filing filing) {
        AdjustmentRequest request = filing.submitted().request();
        AdjustmentKind kind = filing.submitted().kind();
        request.revisionCut()
                .ifPresent(mark -> findings.require(
                        cuts(mark, kind) && request.reverses().isEmpty(),
                        Control.AUTHORITY,
                        event,
                        "authority.mark",
                        filing.submitted().number(),
                        mark,
                        kind));
        return request.revisionCut().isPresent() || request.reasonClass() == ReasonClass.REVISION_CUT
                ? Optional.of(AdjustmentStation.STANDING_COMMITTEE)
                : Optional.empty();
    }

    private static boolean cuts(RevisionCut mark, AdjustmentKind kind) {
        return kind == AdjustmentKind.REDUCTION || (mark == RevisionCut.KEY && CROSSING.contains(kind));
    }

    /** 预算法 art. 64 and 69. */
    private static Optional<AdjustmentStation> law(AdjustmentKind kind) {
        if (kind == AdjustmentKind.SUPPLEMENT_FROM_RESERVE) {
            return Optional.of(AdjustmentStation.GOVERNMENT_DECISION);
        }
        return kind == AdjustmentKind.SUPPLEMENT_BY_REVISION
                ? Optional.of(AdjustmentStation.STANDING_COMMITTEE)
                : Optional.empty();
    }

    private Optional<AdjustmentRule> ofTheDay(RecordedEvent event, Filings.Filing filing) {
        PolicyBook book = books.getOrDefault(filing.submitted().budget().division(), PolicyBook.none());
        return book.rules()
                .on(event.envelope().businessDay())
                .path(filing.submitted().kind(), Moved.by(filing.submitted().request()));
    }
}
