package org.mingzhang.query.facts;

import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FundsStage;
import org.mingzhang.kernel.value.Stage;

/**
 * One figure that movements add up to: a stage of a line, or of a source.
 *
 * @param of the side and the key of a line, because both sides may use the same key, or the number of a source
 * @param stage a {@link Stage} or a {@link FundsStage}
 */
public record Measure(String of, Enum<?> stage) {
    /** The one that a posting moves. */
    public static Measure of(Posting posting) {
        String side = posting.classification() instanceof Classification.Revenue ? "revenue" : "expenditure";
        return line(side, posting.line().value(), posting.stage());
    }

    static Measure line(String side, String line, Stage stage) {
        return new Measure(side + ":" + line, stage);
    }

    public static Measure source(int source, FundsStage stage) {
        return new Measure("source:" + source, stage);
    }

    /** Another one of the same line. */
    public Measure at(Stage other) {
        return new Measure(of, other);
    }

    /** The key of the line. */
    String line() {
        return of.substring(of.indexOf(':') + 1);
    }
}
