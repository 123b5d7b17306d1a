package org.mingzhang.application.controls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentReviewed;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentSubmitted;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentTookEffect;
import org.mingzhang.kernel.event.ExecutionEvent.ExecutionRecorded;
import org.mingzhang.kernel.event.FundsEvent.SourceDrawn;
import org.mingzhang.kernel.event.FundsMovement;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.RoundEvent.BudgetApproved;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.controls.Control;

/** What somebody may write into a copy of a log, so that a control is broken. */
final class Crimes {
    private static final Amount MUCH = Amount.ofYuan(900_000_000);

    private final List<RecordedEvent> log;

    /** @param log of the sample, as the program recorded it */
    Crimes(List<RecordedEvent> log) {
        this.log = log;
    }

    /** What somebody makes of an event. */
    interface Crime {
        default boolean fits(Envelope<LedgerEvent> envelope) {
            return true;
        }

        Envelope<LedgerEvent> commit(Envelope<LedgerEvent> envelope);
    }

    /** Each with the event that it is done to, and how it is found. */
    Stream<Arguments> all() {
        return Stream.of(
                Arguments.of(
                        "the maker approves",
                        AdjustmentReviewed.class,
                        (Crime) envelope -> by(envelope, maker((AdjustmentReviewed) envelope.message())),
                        Control.SEPARATION,
                        "separation.same"),
                Arguments.of(
                        "a colleague approves on behalf of the maker",
                        AdjustmentReviewed.class,
                        (Crime) envelope -> by(
                                envelope,
                                new Actor(
                                        "somebody",
                                        "某人",
                                        envelope.actor().role(),
                                        Optional.of(maker((AdjustmentReviewed) envelope.message())
                                                .login()))),
                        Control.AUTHORITY,
                        "authority.delegation"),
                Arguments.of(
                        "a clerk approves",
                        AdjustmentReviewed.class,
                        (Crime) envelope -> by(envelope, Actor.of("clerk", "文员", Role.UNIT_OFFICER)),
                        Control.AUTHORITY,
                        "authority.role"),
                Arguments.of(
                        "a station is left out",
                        AdjustmentReviewed.class,
                        (Crime) envelope -> {
                            AdjustmentReviewed e = (AdjustmentReviewed) envelope.message();
                            return envelope.with(new AdjustmentReviewed(
                                    e.budget(), e.number(), AdjustmentStation.STANDING_COMMITTEE, e.document(), ""));
                        },
                        Control.AUTHORITY,
                        "authority.order"),
                Arguments.of(
                        "it was submitted as if nobody had to decide",
                        AdjustmentSubmitted.class,
                        (Crime) envelope -> {
                            AdjustmentSubmitted e = (AdjustmentSubmitted) envelope.message();
                            return envelope.with(new AdjustmentSubmitted(
                                    e.budget(),
                                    e.number(),
                                    e.kind(),
                                    e.request(),
                                    List.of(),
                                    e.approvalDemanded(),
                                    e.policy(),
                                    e.postings()));
                        },
                        Control.AUTHORITY,
                        "authority.missing"),
                Arguments.of(
                        "key expenditure is cut and the congress was not asked",
                        AdjustmentSubmitted.class,
                        new Marked(RevisionCut.KEY),
                        Control.AUTHORITY,
                        "authority.missing"),
                Arguments.of(
                        "a shift is marked as if it lowered the total",
                        AdjustmentSubmitted.class,
                        new Marked(RevisionCut.TOTAL),
                        Control.AUTHORITY,
                        "authority.mark"),
                Arguments.of(
                        "a shift gives more than it takes",
                        AdjustmentTookEffect.class,
                        moreThanAsked(),
                        Control.BALANCE,
                        "balance.shift"),
                Arguments.of(
                        "it is in effect without its approval",
                        AdjustmentTookEffect.class,
                        new Unapproved(),
                        Control.DOCUMENTS,
                        "documents.approval"),
                Arguments.of(
                        "more is held than there is",
                        AdjustmentSubmitted.class,
                        (Crime) envelope -> {
                            AdjustmentSubmitted e = (AdjustmentSubmitted) envelope.message();
                            return envelope.with(new AdjustmentSubmitted(
                                    e.budget(),
                                    e.number(),
                                    e.kind(),
                                    e.request(),
                                    e.stations(),
                                    e.approvalDemanded(),
                                    e.policy(),
                                    raised(e.postings(), Stage.FROZEN)));
                        },
                        Control.COVERED,
                        "covered.below"),
                Arguments.of(
                        "more is paid than there is",
                        ExecutionRecorded.class,
                        (Crime) envelope -> {
                            ExecutionRecorded e = (ExecutionRecorded) envelope.message();
                            return envelope.with(new ExecutionRecorded(
                                    e.budget(),
                                    e.line(),
                                    e.month(),
                                    e.before(),
                                    e.after(),
                                    e.source(),
                                    e.reason(),
                                    raised(e.postings(), Stage.EXECUTED)));
                        },
                        Control.EXECUTION,
                        "execution.beyond"),
                Arguments.of(
                        "the approval comes too late",
                        BudgetApproved.class,
                        (Crime) envelope -> {
                            BudgetApproved e = (BudgetApproved) envelope.message();
                            LocalDate late = e.approvedOn().plusDays(60);
                            return envelope.with(new BudgetApproved(e.budget(), e.approval(), late, 0));
                        },
                        Control.DEADLINES,
                        "deadlines.approval"),
                Arguments.of(
                        "a source is spent twice",
                        SourceDrawn.class,
                        (Crime) envelope -> {
                            SourceDrawn e = (SourceDrawn) envelope.message();
                            List<FundsMovement> twice = new ArrayList<>(e.movements());
                            e.movements()
                                    .forEach(move -> twice.add(
                                            new FundsMovement(move.stage(), MUCH, move.effective(), move.basis())));
                            return envelope.with(new SourceDrawn(e.funds(), e.source(), e.document(), twice));
                        },
                        Control.SOURCES,
                        "sources.overdrawn"));
    }

    Crime moreThanAsked() {
        return new MoreThanAsked();
    }

    /** Of a document in effect that shifts money: one of its lines gets more than was asked for. */
    private final class MoreThanAsked implements Crime {
        @Override
        public boolean fits(Envelope<LedgerEvent> envelope) {
            AdjustmentTookEffect effect = (AdjustmentTookEffect) envelope.message();
            return submitted(effect.number()).request().direction() == AdjustmentDirection.SHIFT;
        }

        @Override
        public Envelope<LedgerEvent> commit(Envelope<LedgerEvent> envelope) {
            AdjustmentTookEffect e = (AdjustmentTookEffect) envelope.message();
            return envelope.with(new AdjustmentTookEffect(
                    e.budget(),
                    e.number(),
                    e.approval(),
                    e.effectiveOn(),
                    e.targets(),
                    raised(e.postings(), Stage.ADJUSTED)));
        }
    }

    /** Of a document whose rules demand an approval. */
    private final class Unapproved implements Crime {
        @Override
        public boolean fits(Envelope<LedgerEvent> envelope) {
            return submitted(((AdjustmentTookEffect) envelope.message()).number())
                    .approvalDemanded();
        }

        @Override
        public Envelope<LedgerEvent> commit(Envelope<LedgerEvent> envelope) {
            AdjustmentTookEffect e = (AdjustmentTookEffect) envelope.message();
            return envelope.with(new AdjustmentTookEffect(
                    e.budget(), e.number(), Optional.empty(), e.effectiveOn(), e.targets(), e.postings()));
        }
    }

    private Actor maker(AdjustmentReviewed reviewed) {
        return log.stream()
                .filter(event -> event.envelope().message() instanceof AdjustmentSubmitted submitted
                        && submitted.number() == reviewed.number())
                .findFirst()
                .orElseThrow()
                .envelope()
                .actor();
    }

    private AdjustmentSubmitted submitted(int number) {
        return log.stream()
                .map(event -> event.envelope().message())
                .filter(AdjustmentSubmitted.class::isInstance)
                .map(AdjustmentSubmitted.class::cast)
                .filter(submitted -> submitted.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static List<Posting> raised(List<Posting> postings, Stage stage) {
        List<Posting> all = new ArrayList<>(postings);
        Posting like = postings.getFirst();
        all.add(new Posting(like.line(), like.classification(), stage, MUCH, like.effective(), like.basis()));
        return all;
    }

    private static Envelope<LedgerEvent> by(Envelope<LedgerEvent> envelope, Actor actor) {
        return new Envelope<>(envelope.commandId(), actor, envelope.businessDay(), envelope.message());
    }
}
