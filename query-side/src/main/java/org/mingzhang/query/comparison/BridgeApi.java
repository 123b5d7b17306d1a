package org.mingzhang.query.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.comparison.Bridge.Step;
import org.mingzhang.query.comparison.BridgeReader.Answer;
import org.mingzhang.query.comparison.ComparisonApi.Restated;
import org.mingzhang.query.comparison.ComparisonApi.Source;
import org.mingzhang.query.export.TableView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A bridge as JSON: exact amounts, and with each step the movements that it is the sum of. */
@RestController
class BridgeApi {
    private final BridgeReader reader;

    BridgeApi(BridgeReader reader) {
        this.reader = reader;
    }

    /**
     * A bridge.
     *
     * @param unit in which amounts are printed beside their fen
     * @param begun whether the department had nothing of its own in the earlier year, since all its units were elsewhere
     * @param known whether it leads from one end to the other; then the steps add up to exactly the change
     * @param lacking departments without which money that came from them cannot be told apart
     * @param asReleased years whose adjustments nobody has published, told to the public as they were released
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Bridged(
            String subject,
            String name,
            String scope,
            String unit,
            boolean begun,
            boolean known,
            End from,
            End to,
            Optional<Long> changeFen,
            Optional<String> change,
            List<OfStep> steps,
            List<String> lacking,
            List<String> asReleased) {}

    /**
     * One of the two budgets.
     *
     * @param standing whence its figures are
     * @param approval of a budget that is kept here and approved
     * @param sources of a year of which figures were stated
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record End(
            String year,
            String stage,
            String standing,
            Optional<Long> fen,
            Optional<String> printed,
            Optional<Source> approval,
            List<Source> sources) {}

    /**
     * A step.
     *
     * @param grossFen how much a document moves, also where it changes nothing
     * @param restatedBy successions by which a unit came or went, or a project goes on under another code
     * @param page where its lines and events stand
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OfStep(
            String reason,
            String key,
            String name,
            long fen,
            String printed,
            Optional<Long> beforeFen,
            Optional<Long> afterFen,
            Optional<Long> grossFen,
            Optional<Source> document,
            List<Restated> restatedBy,
            String page,
            List<OfMovement> movements) {}

    /**
     * What an event adds to a step.
     *
     * @param position of the event
     * @param fen less than zero where it is taken off
     */
    record OfMovement(String budget, long position, String line, long fen, String effective, String basis) {
        static OfMovement of(Movement movement) {
            return new OfMovement(
                    movement.budget().toString(),
                    movement.posted().position(),
                    movement.posted().line().value(),
                    movement.fen(),
                    movement.posted().effective().toString(),
                    movement.posted().basis());
        }
    }

    @GetMapping("/api/comparison/{subject}/bridge")
    Bridged bridge(@PathVariable String subject, @RequestParam Map<String, String> said) {
        Answer answer = reader.answer(BridgeQuestion.read(subject, said));
        Bridge bridge = answer.bridge();
        return new Bridged(
                subject,
                answer.name(),
                answer.question().scope().key(),
                TableView.key(answer.question().unit()),
                answer.begun(),
                bridge.known(),
                end(answer, answer.ends().from(), answer.ends().fromStage(), bridge.start()),
                end(answer, answer.ends().to(), answer.ends().toStage(), bridge.end()),
                bridge.difference().map(Amount::fen),
                Optional.of(Change.of(
                                bridge.start(), bridge.end(), answer.question().unit()))
                        .filter(Change::known)
                        .map(change -> change.delta().toPlainString()),
                bridge.steps().stream().map(step -> step(answer, step)).toList(),
                List.copyOf(answer.lacking()),
                answer.asReleased().stream().map(FiscalYear::toString).toList());
    }

    private static End end(Answer answer, FiscalYear year, ComparedStage stage, Optional<Amount> amount) {
        return new End(
                year.toString(),
                stage.key(),
                answer.standing(year).name(),
                amount.map(Amount::fen),
                amount.map(answer.question().unit()::plain),
                Optional.ofNullable(answer.approvals().get(year)).map(Source::of),
                answer.stated(year).stream()
                        .map(stated -> Source.of(stated.figures().source()))
                        .toList());
    }

    private static OfStep step(Answer answer, Step step) {
        StepSource source = new StepSource(answer, step);
        return new OfStep(
                step.reason().name(),
                step.key(),
                source.official(),
                step.amount().fen(),
                answer.question().unit().plain(step.amount()),
                step.before().map(Amount::fen),
                step.after().map(Amount::fen),
                Optional.of(step.gross().fen()).filter(gross -> step.reason().ofDocuments()),
                source.basis().map(Source::of),
                source.successions().stream()
                        .map(entry -> Restated.of(new LikeForLike.Note(
                                answer.question().department().division(), entry.number(), entry.succession())))
                        .toList(),
                answer.question().step(step.reason(), step.key()),
                step.movements().stream().map(OfMovement::of).toList());
    }
}
