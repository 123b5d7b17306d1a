package org.mingzhang.command.intake;

import java.util.Optional;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.command.words.RefusalWords;

/**
 * One thing that is wrong.
 *
 * @param place empty for the file as a whole
 */
public record Problem(Optional<Place> place, Cause cause) {
    /** Why it is wrong. */
    public sealed interface Cause {
        /** A text that is no value of its field, or a sheet that cannot be read. */
        record Rule(String rule, String text) implements Cause {}

        /** What the decider has against it. */
        record Objection(Refusal refusal) implements Cause {}
    }

    static Problem at(Place place, String rule, String text) {
        return new Problem(Optional.of(place), new Cause.Rule(rule, text));
    }

    static Problem ofTheFile(String rule, String text) {
        return new Problem(Optional.empty(), new Cause.Rule(rule, text));
    }

    /** One sentence. */
    public String in(RefusalWords words) {
        return switch (cause) {
            case Cause.Rule(String rule, String text) -> words.ofRule(rule, text);
            case Cause.Objection(Refusal refusal) -> words.of(refusal);
        };
    }
}
