package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingzhang.kernel.crosswalk.Crosswalk.Entry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.comparison.Bridge.Step;
import org.mingzhang.query.comparison.BridgeDocuments.Effective;
import org.mingzhang.query.comparison.BridgeReader.Answer;

/** A bridge as it is printed in the unit that was asked for. */
final class BridgeView {
    private final Answer answer;
    private final AmountUnit unit;
    private final Words words;

    BridgeView(Answer answer, Words words) {
        this.answer = answer;
        this.unit = answer.question().unit();
        this.words = words;
    }

    /** Words of the site by their key, in the language of whoever reads. */
    interface Words {
        String of(String key, Object... arguments);
    }

    /**
     * A step of the table.
     *
     * @param official name of what it is about, in Chinese; blank where the reason says it all
     * @param kind key of the kind of its document; blank where it is about something else
     * @param document on which it rests
     * @param successions by which it came, went or goes on
     * @param earlier projects of the subject that go on in it
     * @param reverses number of the document that it takes back (冲销)
     * @param said why, in the words of whoever wrote it; blank for the public
     * @param before printed; blank where there is nothing
     * @param gross how much moves within it; blank where it is the change itself
     * @param link to its lines and events
     * @param adjustment address of its document; blank for those who may not open it
     */
    public record Line(
            Step step,
            String official,
            String kind,
            Optional<Basis> document,
            List<Entry> successions,
            List<StepSource.Earlier> earlier,
            Optional<Integer> reverses,
            String said,
            String before,
            String after,
            String gross,
            String change,
            String link,
            String adjustment) {}

    /** @param sum of its lines */
    public record Group(BridgeReason reason, List<Line> lines, String sum, String link) {}

    /** By reason, in order. */
    List<Group> groups() {
        Map<BridgeReason, List<Line>> byReason = new TreeMap<>();
        answer.bridge()
                .steps()
                .forEach(step -> byReason.computeIfAbsent(step.reason(), reason -> new ArrayList<>())
                        .add(line(step)));
        return byReason.entrySet().stream()
                .map(of -> new Group(
                        of.getKey(),
                        of.getValue(),
                        signed(sum(of.getValue().stream().map(Line::step).toList())),
                        answer.question().step(of.getKey(), "")))
                .toList();
    }

    private Line line(Step step) {
        Optional<Effective> document = Optional.ofNullable(answer.documents().get(step.key()))
                .filter(any -> step.reason().ofDocuments());
        StepSource source = new StepSource(answer, step);
        boolean shifts = !step.gross().equals(absolute(step.amount())) && document.isPresent();
        return new Line(
                step,
                source.official(),
                document.map(one -> one.fact().kind().name()).orElse(""),
                source.basis(),
                source.successions(),
                source.earlier(),
                document.flatMap(one -> one.fact().request().reverses()),
                document.filter(one -> staff(one))
                        .map(one -> one.fact().request().reason())
                        .orElse(""),
                step.before()
                        .filter(amount -> !amount.isZero())
                        .map(unit::print)
                        .orElse(""),
                step.after().filter(amount -> !amount.isZero()).map(unit::print).orElse(""),
                shifts ? unit.print(step.gross()) : "",
                signed(step.amount()),
                answer.question().step(step.reason(), step.key()),
                document.filter(one -> staff(one))
                        .map(one -> "/execute/" + budget(one) + "/adjustments/" + one.number())
                        .orElse(""));
    }

    private static BudgetId budget(Effective document) {
        return document.movements().getFirst().budget();
    }

    private boolean staff(Effective document) {
        return answer.staff().contains(budget(document));
    }

    Waterfall chart() {
        return new BridgeChart(answer, this, words).chart();
    }

    /** From the start to the end, as sentences have it. */
    Finding finding() {
        Change change = change();
        return new Finding(
                "bridge.finding." + kind(change),
                List.of(
                        answer.ends().from().toString(),
                        words.of("comparison.stage." + answer.ends().fromStage().key()),
                        answer.ends().to().toString(),
                        words.of("comparison.stage." + answer.ends().toStage().key()),
                        change.absolute(),
                        words.of(unit == AmountUnit.YUAN ? "table.unit.yuan" : "table.unit.wan"),
                        change.absolutePercent()));
    }

    private static String kind(Change change) {
        return switch (change.kind()) {
            case UNKNOWN -> "unknown";
            case EQUAL -> "equal";
            case MORE -> change.percent().isPresent() ? "more" : "more-plain";
            case LESS -> change.percent().isPresent() ? "less" : "less-plain";
        };
    }

    /** What it comes to, taken as texts take it, so that no other number stands beside it; blank where it is not known. */
    String difference() {
        return change().known() ? Waterfall.arrowed(change()) : "";
    }

    private Change change() {
        return Change.of(answer.bridge().start(), answer.bridge().end(), unit);
    }

    String signed(Amount amount) {
        return Waterfall.signed(amount, unit);
    }

    static Amount sum(List<Step> steps) {
        return Amount.sum(steps.stream().map(Step::amount).toList());
    }

    private static Amount absolute(Amount amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }
}
