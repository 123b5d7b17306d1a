package org.mingzhang.query.controls;

import java.util.List;
import java.util.function.UnaryOperator;

/** Kinds, stations, roles and funds in sentences that are found once and told in the reader's language. */
public final class ChoiceWords {
    private static final String KEY = "trail.choice.";

    private ChoiceWords() {}

    /** Stands for the word of a choice among the arguments of a sentence. */
    public static String key(Enum<?> choice) {
        return KEY + choice.getDeclaringClass().getSimpleName() + "." + choice.name();
    }

    /** The arguments as they are said. */
    public static Object[] said(List<String> arguments, UnaryOperator<String> words) {
        return arguments.stream()
                .map(argument -> argument.startsWith(KEY) ? words.apply(argument) : argument)
                .toArray();
    }
}
