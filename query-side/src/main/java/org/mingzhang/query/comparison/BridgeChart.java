package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.comparison.Bridge.Step;
import org.mingzhang.query.comparison.BridgeReader.Answer;
import org.mingzhang.query.comparison.BridgeView.Words;

/** The bars of a bridge. */
final class BridgeChart {
    /** With more of them each reason is one bar, the sum of its steps. */
    private static final int MOST_BARS = 14;

    private final Answer answer;
    private final BridgeView view;
    private final Words words;

    BridgeChart(Answer answer, BridgeView view, Words words) {
        this.answer = answer;
        this.view = view;
        this.words = words;
    }

    /** Each step, or each reason where there are too many; what changes nothing is no bar. */
    Waterfall chart() {
        List<Waterfall.Row> rows = new ArrayList<>();
        Bridge bridge = answer.bridge();
        rows.add(end(bridge.start().orElseThrow(), true));
        List<Step> changing = bridge.steps().stream().filter(Step::changes).toList();
        if (changing.size() <= MOST_BARS) {
            changing.forEach(step -> rows.add(row(
                    name(step), step.amount(), step.reason(), answer.question().step(step.reason(), step.key()))));
        } else {
            view.groups()
                    .forEach(group -> rows.add(row(
                            words.of("bridge.reason." + group.reason().name()) + " · "
                                    + words.of("bridge.steps", group.lines().size()),
                            BridgeView.sum(group.lines().stream()
                                    .map(BridgeView.Line::step)
                                    .toList()),
                            group.reason(),
                            group.link())));
        }
        rows.removeIf(
                row -> row.shape() != Waterfall.Shape.START && row.amount().isZero());
        rows.add(end(bridge.end().orElseThrow(), false));
        return Waterfall.of(rows, answer.question().unit());
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
        String official = new StepSource(answer, step).official();
        return official.isEmpty()
                ? reason
                : words.of("bridge.short." + step.reason().name()) + " " + official;
    }
}
