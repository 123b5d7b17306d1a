package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.FundsMovement;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.FundsStage;

/** Decides what the budget office does with sources: a pure function, as {@link BudgetDecider} is. */
public final class FundsDecider {
    private final Envelope<? extends FundsCommand> envelope;
    private final Funds funds;

    private FundsDecider(Envelope<? extends FundsCommand> envelope, Funds funds) {
        this.envelope = envelope;
        this.funds = funds;
    }

    /** Events when it happens, every reason against it when it does not. */
    public static Decision decide(Envelope<? extends FundsCommand> envelope, Funds state) {
        return new FundsDecider(envelope, state).decide();
    }

    private Decision decide() {
        Findings findings = new Findings();
        findings.require(
                Roles.BUDGET_OFFICE.contains(envelope.actor().role()),
                "",
                () -> new Refusal.RoleNotAllowed(envelope.actor().role(), Roles.BUDGET_OFFICE));
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        return switch (envelope.message()) {
            case FundsCommand.RegisterSource command -> register(findings, command);
            case FundsCommand.IncreaseSource command ->
                funds.source(command.source())
                        .map(found -> increase(findings, command, found))
                        .orElseGet(() -> unknown(findings, command.source()));
            case FundsCommand.CorrectSource command ->
                funds.source(command.source())
                        .map(found -> correct(findings, command, found))
                        .orElseGet(() -> unknown(findings, command.source()));
        };
    }

    private Decision register(Findings findings, FundsCommand.RegisterSource command) {
        FundsSource said = command.source();
        positive(findings, command.amount());
        rests(findings, said.basis());
        ActiveTexts.check(findings, "name", said.name());
        ActiveTexts.check(findings, "purpose", said.purpose());
        same(said)
                .ifPresent(found -> findings.object(
                        "documentNumber",
                        new Refusal.SourceKnown(found.number(), said.basis().documentNumber())));
        return findings.accept(() -> new FundsEvent.SourceRegistered(
                command.funds(), funds.nextNumber(), said, granted(command.amount(), said.basis())));
    }

    /** The same money registered twice could be given twice. */
    private Optional<FundsBalance> same(FundsSource said) {
        return funds.sources()
                .values()
                .filter(found -> found.said().kind() == said.kind()
                        && found.said().fund() == said.fund()
                        && found.said().name().equals(said.name())
                        && found.said()
                                .basis()
                                .documentNumber()
                                .equals(said.basis().documentNumber()))
                .findFirst();
    }

    private Decision increase(Findings findings, FundsCommand.IncreaseSource command, FundsBalance before) {
        positive(findings, command.amount());
        rests(findings, command.basis());
        TextRules.optional(findings, "note", command.note());
        ActiveTexts.check(findings, "note", command.note());
        return findings.accept(() -> new FundsEvent.SourceIncreased(
                command.funds(),
                before.number(),
                command.basis(),
                command.note(),
                granted(command.amount(), command.basis())));
    }

    private Decision correct(Findings findings, FundsCommand.CorrectSource command, FundsBalance before) {
        TextRules.reason(findings, command.reason());
        rests(findings, command.basis());
        ActiveTexts.check(findings, "reason", command.reason());
        // what it said before is not said anew
        if (!command.name().equals(before.said().name())) {
            ActiveTexts.check(findings, "name", command.name());
        }
        if (!command.purpose().equals(before.said().purpose())) {
            ActiveTexts.check(findings, "purpose", command.purpose());
        }
        findings.require(
                !command.amount().isNegative() && !before.used().exceeds(command.amount()),
                "amount",
                () -> new Refusal.SourceBelowUsed(before.number(), command.amount(), before.used()));
        FundsSource after = before.said().corrected(command.name(), command.purpose(), command.basis());
        Amount more = command.amount().minus(before.granted());
        return findings.acceptUnless(
                more.isZero() && after.equals(before.said()),
                () -> new FundsEvent.SourceCorrected(
                        command.funds(),
                        before.number(),
                        before.said(),
                        after,
                        command.reason(),
                        granted(more, command.basis())));
    }

    private static void positive(Findings findings, Amount amount) {
        findings.require(amount.exceeds(Amount.ZERO), "amount", () -> new Refusal.AmountNotPositive(amount));
    }

    private void rests(Findings findings, Basis basis) {
        LocalDate today = envelope.businessDay();
        findings.require(!basis.date().isAfter(today), "date", () -> new Refusal.DayAhead(basis.date(), today));
        ActiveTexts.check(findings, basis);
    }

    private List<FundsMovement> granted(Amount delta, Basis basis) {
        return List.of(new FundsMovement(FundsStage.GRANTED, delta, envelope.businessDay(), basis.documentNumber()));
    }

    private static Decision unknown(Findings findings, int source) {
        findings.object("source", new Refusal.SourceUnknown(source));
        return findings.refused();
    }
}
