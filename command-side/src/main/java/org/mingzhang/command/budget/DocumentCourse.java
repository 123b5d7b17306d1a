package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;

/** What becomes of one step of a document in a history that something is missing from. */
final class DocumentCourse {
    private static final String STAND_IN = "推演";

    private final HistoryWithout history;
    private final HistoryWithout.Course course;
    private final LeftOut leftOut;

    DocumentCourse(HistoryWithout history, HistoryWithout.Course course, LeftOut leftOut) {
        this.history = history;
        this.course = course;
        this.leftOut = leftOut;
    }

    List<Envelope<LedgerEvent>> of(AdjustmentEvent event) {
        AdjustmentRef own = new AdjustmentRef(event.budget(), event.number());
        if (event instanceof AdjustmentEvent.AdjustmentSubmitted submitted) {
            return submission(own, submitted);
        }
        if (leftOut.has(own)) {
            return placesOnly();
        }
        FiledAdjustment document = history.document(own).orElseThrow();
        return switch (event) {
            case AdjustmentEvent.AdjustmentReviewed e
            when !document.stations().contains(e.station()) -> List.of(); // nobody asks there then
            case AdjustmentEvent.AdjustmentReviewed ignored -> step(own, document, Departure.Step.REVIEW);
            case AdjustmentEvent.AdjustmentTookEffect ignored -> step(own, document, Departure.Step.EFFECT);
            case AdjustmentEvent ignored -> ending(own, document);
        };
    }

    /** Nothing happens for the reader; numbers stay taken. */
    private List<Envelope<LedgerEvent>> placesOnly() {
        history.all(LeftOut.places(course.part()));
        return List.of();
    }

    private List<Envelope<LedgerEvent>> submission(AdjustmentRef own, AdjustmentEvent.AdjustmentSubmitted event) {
        List<AdjustmentRef> documents = LeftOut.submitted(course.part());
        Optional<AdjustmentRef> takesBack = event.request()
                .reverses()
                .map(number -> new AdjustmentRef(own.budget(), number))
                .filter(leftOut::has);
        boolean missing = documents.stream().anyMatch(leftOut::has);
        if (missing || takesBack.isPresent()) {
            documents.forEach(leftOut::add);
            takesBack
                    .filter(ignored -> !missing)
                    .ifPresent(back -> history.depart(new Departure.FallsAway(position(), day(), own, back)));
            return placesOnly();
        }
        Envelope<BudgetCommand> asked = command();
        return switch (AnsweredLimits.decide(asked, history::decide)) {
            case Decision.Accepted accepted -> {
                compared(own, event, accepted);
                yield history.all(asked, accepted);
            }
            case Decision.Refused refused
            when history.refusedAnyway(asked, refused) ->
                history.all(course.part().events());
            case Decision.Refused refused -> {
                documents.forEach(leftOut::add);
                stopped(own, Departure.Step.SUBMISSION, event.request(), refused);
                yield placesOnly();
            }
        };
    }

    /** What takes up again a document that is not there was the first to be handed in. */
    private Envelope<BudgetCommand> command() {
        BudgetCommand command = history.command(course).orElseThrow();
        return course.head()
                .with(
                        command instanceof AdjustmentCommand adjustment
                                ? TakenUpAgain.unless(adjustment, number -> leftOut.has(command.budget(), number))
                                : command);
    }

    private List<Envelope<LedgerEvent>> step(AdjustmentRef own, FiledAdjustment document, Departure.Step step) {
        Envelope<BudgetCommand> asked = step == Departure.Step.EFFECT ? registering(document) : command();
        return switch (history.decide(asked)) {
            case Decision.Accepted accepted -> history.all(asked, accepted);
            case Decision.Refused refused
            when history.refusedAnyway(asked, refused) ->
                history.all(course.part().events());
            case Decision.Refused refused -> {
                stopped(own, step, document.request(), refused);
                yield givenFree(own, document);
            }
        };
    }

    /** On a shorter way somebody else registers the effect. */
    private Envelope<BudgetCommand> registering(FiledAdjustment document) {
        Envelope<BudgetCommand> asked = command();
        Set<Role> roles = StationGate.registering(document);
        return roles.contains(asked.actor().role()) ? asked : by(Actor.of(STAND_IN, STAND_IN, first(roles)), asked);
    }

    private static Role first(Set<Role> roles) {
        return roles.stream().sorted().findFirst().orElseThrow();
    }

    private static Envelope<BudgetCommand> by(Actor actor, Envelope<BudgetCommand> asked) {
        return new Envelope<>(asked.commandId(), actor, asked.businessDay(), asked.message());
    }

    /** It ended, whoever might have ended it on another way. */
    private List<Envelope<LedgerEvent>> ending(AdjustmentRef own, FiledAdjustment document) {
        Envelope<BudgetCommand> asked = command();
        return history.decide(asked) instanceof Decision.Accepted accepted
                ? history.all(asked, accepted)
                : givenFree(own, document);
    }

    /** What it holds is free again, here and where it moves another budget. */
    private List<Envelope<LedgerEvent>> givenFree(AdjustmentRef own, FiledAdjustment document) {
        leftOut.add(own);
        document.counterpart().map(FiledAdjustment.Counterpart::document).ifPresent(leftOut::add);
        List<Envelope<LedgerEvent>> freed = new ArrayList<>();
        Envelope<BudgetCommand> asked = by(
                document.maker(),
                course.head().with(new AdjustmentCommand.WithdrawAdjustment(own.budget(), own.number(), STAND_IN)));
        if (history.decide(asked) instanceof Decision.Accepted accepted) {
            freed.addAll(history.all(asked, accepted));
        }
        history.all(LeftOut.places(course.part()));
        return freed;
    }

    private void compared(AdjustmentRef own, AdjustmentEvent.AdjustmentSubmitted before, Decision.Accepted accepted) {
        accepted.events().stream()
                .filter(AdjustmentEvent.AdjustmentSubmitted.class::isInstance)
                .map(AdjustmentEvent.AdjustmentSubmitted.class::cast)
                .filter(then ->
                        then.budget().equals(own.budget()) && !then.stations().equals(before.stations()))
                .forEach(then -> history.depart(
                        new Departure.OtherWay(position(), day(), own, before.stations(), then.stations())));
        Map<List<String>, ReachedLimit> recorded = reached(
                own, course.part().events().stream().map(Envelope::message).toList());
        Map<List<String>, ReachedLimit> then = reached(own, accepted.events());
        Set<List<String>> all = new HashSet<>(recorded.keySet());
        all.addAll(then.keySet());
        all.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(key -> {
                    Optional<ReachedLimit> was = Optional.ofNullable(recorded.get(key));
                    Optional<ReachedLimit> is = Optional.ofNullable(then.get(key));
                    if (!was.equals(is)) {
                        history.depart(new Departure.OtherLimit(position(), day(), own, was, is));
                    }
                });
    }

    private static Map<List<String>, ReachedLimit> reached(AdjustmentRef own, List<LedgerEvent> events) {
        Map<List<String>, ReachedLimit> reached = new LinkedHashMap<>();
        events.stream()
                .filter(AdjustmentEvent.AdjustmentRulesApplied.class::isInstance)
                .map(AdjustmentEvent.AdjustmentRulesApplied.class::cast)
                .filter(applied -> applied.budget().equals(own.budget()))
                .flatMap(applied -> applied.limits().stream())
                .filter(limit -> limit.effect() != LimitEffect.STOP)
                .forEach(limit -> reached.put(List.of(limit.rule(), limit.subject()), limit));
        return reached;
    }

    private void stopped(AdjustmentRef own, Departure.Step step, AdjustmentRequest request, Decision.Refused refused) {
        history.depart(new Departure.Stopped(
                position(),
                day(),
                step,
                Optional.of(own.budget()),
                own.number(),
                Optional.empty(),
                Optional.empty(),
                EntryRules.moved(request),
                refused.objections().stream().map(Decision.Objection::refusal).toList()));
    }

    private long position() {
        return course.position();
    }

    private LocalDate day() {
        return course.head().businessDay();
    }
}
