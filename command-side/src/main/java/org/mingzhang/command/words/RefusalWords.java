package org.mingzhang.command.words;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.kernel.value.InvalidValueException;

/** The words for refusals and for texts that are no values, in one language. */
public final class RefusalWords {
    private final Bundle bundle;

    private RefusalWords(Bundle bundle) {
        this.bundle = bundle;
    }

    /** English for every English locale, Chinese for all others. */
    public static RefusalWords in(Locale locale) {
        return new RefusalWords(Bundle.in(locale));
    }

    /** One sentence with the numbers in it; where a code is blank, no gap stays. */
    public String of(Refusal refusal) {
        return bundle.filled("refusal." + RefusalFacts.key(refusal), arguments(refusal))
                .replace("  ", " ");
    }

    /** The arguments of a refusal as they are printed, by name. */
    public Map<String, String> arguments(Refusal refusal) {
        Map<String, String> printed = new TreeMap<>();
        RefusalFacts.arguments(refusal).forEach((name, value) -> printed.put(name, bundle.printed(value)));
        return printed;
    }

    /** One sentence about a text that is not a value of its field. */
    public String of(InvalidValueException invalid) {
        return ofRule(invalid.rule(), invalid.text());
    }

    /**
     * One sentence about a rule of {@link InvalidValueException}.
     *
     * <p>Rules that begin with {@code request.} are about the request itself. Rules about texts end in {@code .missing}, {@code .too-long} or {@code .control-character}; they share a
     * sentence and differ in the name of the field.
     */
    public String ofRule(String rule, String text) {
        Map<String, String> arguments = Map.of("text", text);
        return bundle.find(rule.startsWith("request.") ? rule : "invalid." + rule)
                .map(pattern -> Bundle.fill(pattern, arguments))
                .or(() -> aboutText(rule, text))
                .orElseThrow(() -> new IllegalStateException("no words for the rule " + rule));
    }

    /** A sentence of the request itself, such as {@code request.stale}, with its arguments. */
    public String ofRequest(String key, Map<String, String> arguments) {
        return bundle.filled(key, arguments);
    }

    /** The word for a choice, such as a role or a fund. */
    public String word(Enum<?> choice) {
        return bundle.printed(choice);
    }

    private Optional<String> aboutText(String rule, String text) {
        int end = rule.lastIndexOf('.');
        String field = end < 0 ? "" : rule.substring(0, end);
        return bundle.find("invalid" + rule.substring(Math.max(end, 0)))
                .flatMap(pattern -> bundle.find("field." + field)
                        .map(name -> Bundle.fill(pattern, Map.of("field", name, "text", text))));
    }
}
