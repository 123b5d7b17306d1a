package org.mingzhang.command.words;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;

/** The words of one language, and how values are printed in it. */
record Bundle(ResourceBundle words, boolean english) {
    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
    private static final DateTimeFormatter CHINESE_MONTH = DateTimeFormatter.ofPattern("uuuu年M月", Locale.ROOT);
    private static final long FEN_PER_PRINTED_STEP = 10_000;

    static Bundle in(Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        ResourceBundle words = ResourceBundle.getBundle(
                "messages.refusals",
                english ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Bundle(words, english);
    }

    Optional<String> find(String key) {
        return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
    }

    String filled(String key, Map<String, String> arguments) {
        return fill(words.getString(key), arguments);
    }

    static String fill(String pattern, Map<String, String> arguments) {
        Matcher matcher = ARGUMENT.matcher(pattern);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(argument(found.group(1), arguments)));
    }

    private static String argument(String name, Map<String, String> arguments) {
        String value = arguments.get(name);
        if (value == null) {
            throw new IllegalStateException("the words ask for an argument that there is not: " + name);
        }
        return value;
    }

    String printed(Object value) {
        return switch (value) {
            case Amount amount -> amount(amount);
            case LocalDate day -> english ? day.toString() : CHINESE_DAY.format(day);
            case YearMonth month -> english ? month.toString() : CHINESE_MONTH.format(month);
            case Enum<?> choice -> words.getString(key(choice));
            case Collection<?> several -> list(several);
            case Actor person -> signed(person);
            default -> value.toString();
        };
    }

    /** 万元, and the exact 元 where two decimals of 万元 would not show all of it; in English, which has no 万, yuan. */
    private String amount(Amount amount) {
        if (english) {
            return AmountUnit.YUAN.print(amount) + " yuan";
        }
        String printed = AmountUnit.WAN_YUAN.print(amount) + AmountUnit.WAN_YUAN.label();
        if (amount.fen() % FEN_PER_PRINTED_STEP == 0) {
            return printed;
        }
        String exact = AmountUnit.YUAN.print(amount) + AmountUnit.YUAN.label();
        return printed + "（" + exact + "）";
    }

    /** Name and role; whoever acts for somebody is named with both. */
    private String signed(Actor person) {
        Map<String, String> names = new HashMap<>();
        names.put("name", person.displayName());
        names.put("role", printed(person.role()));
        person.onBehalfOf().ifPresent(login -> names.put("principal", login));
        return filled(person.onBehalfOf().isPresent() ? "person.for" : "person", names);
    }

    /** Choices in the order in which they are declared. */
    private String list(Collection<?> several) {
        return several.stream().sorted().map(this::printed).collect(Collectors.joining(english ? ", " : "、"));
    }

    private static String key(Enum<?> choice) {
        return RefusalFacts.key(choice.getDeclaringClass()) + "." + choice.name();
    }
}
