package org.mingzhang.command.fields;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.kernel.value.InvalidValueException;

/** Texts of a request to plain values; what is none is refused with a rule of the request. */
public final class Parse {
    private static final Pattern MONTH =
            Pattern.compile("(\\d{4})(?:[-./年](\\d{1,2})(?:月|[-./月]\\d{1,2}日?)?|(\\d{2}))");

    private static final int MONTHS = 12;

    private Parse() {}

    public static boolean truth(String text) {
        return switch (text.strip()) {
            case "true", "是" -> true;
            case "false", "否" -> false;
            default -> throw new InvalidValueException("request.not-a-choice", text);
        };
    }

    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new InvalidValueException("request.not-a-day", text);
        }
    }

    /** Such as 2025-03, 2025年3月, 202503, or any day of the month. */
    public static YearMonth month(String text) {
        Matcher found = MONTH.matcher(text.strip());
        if (found.matches()) {
            int month = Integer.parseInt(found.group(2) == null ? found.group(3) : found.group(2));
            if (month >= 1 && month <= MONTHS) {
                return YearMonth.of(Integer.parseInt(found.group(1)), month);
            }
        }
        throw new InvalidValueException("request.not-a-month", text);
    }

    public static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new InvalidValueException("request.not-a-number", text);
        }
    }

    public static int count(String text) {
        long number = number(text);
        if (number != (int) number) {
            throw new InvalidValueException("request.not-a-number", text);
        }
        return (int) number;
    }

    /** The text with plain new lines: browsers and workbooks write some of them as CR LF. */
    public static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    /** A choice by its stored name or by its Chinese label. */
    public static <E extends Enum<E>> Function<String, E> choice(Class<E> type, Function<String, E> ofLabel) {
        return text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text.strip())) {
                    return constant;
                }
            }
            return ofLabel.apply(text);
        };
    }
}
