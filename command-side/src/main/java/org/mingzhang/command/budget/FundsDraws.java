package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.FundsMovement;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.FundsStage;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.SupplementSource;

/**
 * What an adjustment does to the funds, beside what it does to its own budget: a supplement holds its source from
 * submission on and draws it at effect, a reduction gives back at effect.
 *
 * @param number of the adjustment in its budget
 */
record FundsDraws(Situation now, int number) {
    /** What a new document holds. */
    List<FundsEvent> held(Optional<Integer> source, AdjustmentRequest request) {
        if (source.isPresent()) {
            return List.of(reserved(source.get(), EntryRules.moved(request)));
        }
        return recoveredBy(now, request).stream()
                .map(claim -> reserved(claim.source(), claim.reserved()))
                .toList();
    }

    /** What a document gives free that comes to nothing. */
    List<FundsEvent> released() {
        return open().map(claim -> (FundsEvent) new FundsEvent.SourceReleased(
                        id(),
                        claim.source(),
                        own(),
                        List.of(move(FundsStage.RESERVED, claim.reserved().negated()))))
                .toList();
    }

    /** @param approval the document that the movements rest on; without one they rest on the adjustment itself */
    List<FundsEvent> effect(FiledAdjustment document, LocalDate effectiveOn, Optional<Basis> approval) {
        String basis = approval.map(Basis::documentNumber).orElse(ownNumber());
        List<FundsEvent> events = new ArrayList<>();
        open().forEach(claim -> events.add(drawn(claim, effectiveOn, basis)));
        restored(document, effectiveOn, basis, events);
        if (document.request().direction() == AdjustmentDirection.REDUCTION
                && document.request().reverses().isEmpty()
                && document.request()
                        .revisionCut()
                        .filter(RevisionCut::cutsTotal)
                        .isEmpty()) {
            recovered(document, effectiveOn, approval, events);
        }
        return events;
    }

    /** The sources that a reduction made, as its reverse has to take them back. */
    static List<Funds.Claim> recoveredBy(Situation now, AdjustmentRequest request) {
        if (request.direction() != AdjustmentDirection.REDUCTION) {
            return List.of();
        }
        return request.reverses().stream()
                .flatMap(
                        reduction -> now
                                .funds()
                                .recovered()
                                .get(new AdjustmentRef(now.states().id(), reduction))
                                .orElse(List.of())
                                .stream())
                .map(source -> now.funds().source(source).orElseThrow())
                .map(made -> new Funds.Claim(
                        made.number(), ofFund(request, made.said().fund()), Amount.ZERO))
                .toList();
    }

    private Stream<Funds.Claim> open() {
        return now.funds().claimsOf(own()).stream()
                .filter(claim -> !claim.reserved().isZero());
    }

    private FundsEvent reserved(int source, Amount amount) {
        return new FundsEvent.SourceReserved(id(), source, own(), List.of(move(FundsStage.RESERVED, amount)));
    }

    private FundsEvent drawn(Funds.Claim claim, LocalDate effectiveOn, String basis) {
        return new FundsEvent.SourceDrawn(
                id(),
                claim.source(),
                own(),
                List.of(
                        move(FundsStage.RESERVED, claim.reserved().negated()),
                        new FundsMovement(FundsStage.DRAWN, claim.reserved(), effectiveOn, basis)));
    }

    private void restored(FiledAdjustment document, LocalDate effectiveOn, String basis, List<FundsEvent> events) {
        document.request()
                .reverses()
                .ifPresent(supplement -> now
                        .funds()
                        .claimsOf(new AdjustmentRef(now.states().id(), supplement))
                        .stream()
                        .filter(claim -> claim.drawn().exceeds(Amount.ZERO))
                        .filter(claim -> document.request().direction() == AdjustmentDirection.SUPPLEMENT)
                        .forEach(claim -> events.add(new FundsEvent.SourceRestored(
                                id(),
                                claim.source(),
                                own(),
                                List.of(new FundsMovement(
                                        FundsStage.DRAWN, claim.drawn().negated(), effectiveOn, basis))))));
    }

    /**
     * Only the government's money comes back to the division; a unit's own stays with it. What lowers total expenditure comes
     * back to nobody: it is not there any more.
     */
    private void recovered(
            FiledAdjustment document, LocalDate effectiveOn, Optional<Basis> approval, List<FundsEvent> events) {
        Basis basis = approval.orElseGet(() -> new Basis(
                ownNumber(), "追减（收回）", now.budget().opening().orElseThrow().departmentName(), effectiveOn, false));
        Map<FundType, Amount> taken = new EnumMap<>(FundType.class);
        document.request().entries().forEach(entry -> {
            FundType fund = entry.classification().fund();
            if (fund.isGovernmentMoney()) {
                taken.merge(fund, entry.change().negated(), Amount::plus);
            }
        });
        taken.forEach((fund, amount) -> events.add(new FundsEvent.SourceRecovered(
                id(),
                now.funds().nextNumber() + events.size(),
                back(fund, basis),
                own(),
                List.of(new FundsMovement(FundsStage.GRANTED, amount, effectiveOn, basis.documentNumber())))));
    }

    private FundsSource back(FundType fund, Basis basis) {
        return new FundsSource(
                SupplementSource.UNALLOCATED,
                "追减收回 " + basis.documentNumber(),
                fund,
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                basis);
    }

    private static Amount ofFund(AdjustmentRequest request, FundType fund) {
        return Amount.sum(request.entries().stream()
                .filter(entry -> entry.classification().fund() == fund)
                .map(AdjustmentEntry::change)
                .toList());
    }

    private FundsMovement move(FundsStage stage, Amount delta) {
        return new FundsMovement(stage, delta, now.today(), ownNumber());
    }

    private AdjustmentRef own() {
        return new AdjustmentRef(now.states().id(), number);
    }

    private FundsId id() {
        return FundsId.of(now.states().id());
    }

    private String ownNumber() {
        return "调整单第" + number + "号";
    }
}
