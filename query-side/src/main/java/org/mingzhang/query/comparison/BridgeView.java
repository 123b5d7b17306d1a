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
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.query.comparison.Bridge.Step;
import org.mingzhang.query.comparison.BridgeDocuments.Effective;
import org.mingzhang.query.comparison.BridgeReader.Answer;

/** A bridge as it is printed in the unit that was asked for. */
final class BridgeView {
    /** With more of them each reason is one bar, the sum of its steps. */
    private static final int MOST_BARS = 14;

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
     * @param document on which it rests
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
            Optional<Basis> document,
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
        boolean shifts = !step.gross().equals(absolute(step.amount())) && document.isPresent();
        return new Line(
                step,
                official(answer, step),
                basis(answer, step),
                document.flatMap(one -> one.fact().request().reverses()),
                document.filter(one -> staff(answer, one))
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
                document.filter(one -> staff(answer, one))
                        .map(one -> "/execute/" + budget(one) + "/adjustments/" + one.number())
                        .orElse(""));
    }

    private static BudgetId budget(Effective document) {
        return document.movements().getFirst().budget();
    }

    static boolean staff(Answer answer, Effective document) {
        return answer.staff().contains(budget(document));
    }

    /** What a step is about: a project, a unit, the kind of a document; blank where its reason says it all. */
    static String official(Answer answer, Step step) {
        if (step.reason().ofDocuments()) {
            return Optional.ofNullable(answer.documents().get(step.key()))
                    .map(document -> document.fact().kind().label())
                    .orElse("");
        }
        return step.key().isEmpty() ? "" : answer.names().getOrDefault(step.key(), step.key());
    }

    /** The approval of a document, the document of a succession, and for lines that of the budget in which they stand. */
    static Optional<Basis> basis(Answer answer, Step step) {
        if (step.reason().ofDocuments()) {
            return Optional.ofNullable(answer.documents().get(step.key()))
                    .flatMap(document -> document.effect().document());
        }
        return switch (step.reason()) {
            case REORGANISATION ->
                answer.identity()
                        .succession(SuccessionKind.UNIT, step.key())
                        .map(Entry::succession)
                        .map(succession -> succession.basis());
            case UNEXPLAINED ->
                answer.stated().stream()
                        .findFirst()
                        .map(stated -> stated.figures().source());
            default -> Optional.ofNullable(answer.approvals().get(year(answer, step)));
        };
    }

    private static FiscalYear year(Answer answer, Step step) {
        return step.reason() == BridgeReason.ENDED_PROJECT
                ? answer.ends().from()
                : answer.ends().to();
    }

    /** The bars: each step, or each reason where there are too many; what changes nothing is no bar. */
    Waterfall chart() {
        List<Waterfall.Row> rows = new ArrayList<>();
        Bridge bridge = answer.bridge();
        rows.add(end(bridge.start().orElseThrow(), true));
        List<Step> changing = bridge.steps().stream().filter(Step::changes).toList();
        if (changing.size() <= MOST_BARS) {
            changing.forEach(step -> rows.add(row(
                    name(step), step.amount(), step.reason(), answer.question().step(step.reason(), step.key()))));
        } else {
            groups().forEach(group -> rows.add(row(
                    words.of("bridge.reason." + group.reason().name()) + " · "
                            + words.of("bridge.steps", group.lines().size()),
                    sum(group.lines().stream().map(Line::step).toList()),
                    group.reason(),
                    group.link())));
        }
        rows.removeIf(
                row -> row.shape() != Waterfall.Shape.START && row.amount().isZero());
        rows.add(end(bridge.end().orElseThrow(), false));
        return Waterfall.of(rows, unit);
    }

    private Waterfall.Row end(Amount amount, boolean start) {
        BridgeQuestion.Ends ends = answer.ends();
        FiscalYear year = start ? ends.from() : ends.to();
        ComparedStage stage = start ? ends.fromStage() : ends.toStage();
        return new Waterfall.Row(
                words.of("bridge.end", year.toString(), words.of("comparison.stage." + stage.key())),
                amount,
                start ? Waterfall.Shape.START : Waterfall.Shape.END,
                answer.question().figure(year, stage, ""));
    }

    private static Waterfall.Row row(String name, Amount amount, BridgeReason reason, String link) {
        Waterfall.Shape shape = reason == BridgeReason.UNEXPLAINED
                ? Waterfall.Shape.UNEXPLAINED
                : amount.isNegative() ? Waterfall.Shape.LESS : Waterfall.Shape.MORE;
        return new Waterfall.Row(name, amount, shape, link);
    }

    /** With its reason, where that does not say it all. */
    private String name(Step step) {
        String reason = words.of("bridge.reason." + step.reason().name());
        if (step.reason().ofDocuments()) {
            return words.of("bridge.document", step.key()) + " · " + reason;
        }
        String official = official(answer, step);
        return official.isEmpty()
                ? reason
                : words.of("bridge.short." + step.reason().name()) + " " + official;
    }

    /** From the start to the end, as sentences have it. */
    Finding finding() {
        Change change = Change.of(answer.bridge().start(), answer.bridge().end(), unit);
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
