package org.mingzhang.kernel.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.kernel.value.TargetValue.Quantity;

/**
 * A text of a target that looks like a number and is not read as what its writer meant; it is kept as it was written.
 *
 * @param read what of it is read: its unit where that is no unit; blank where all of it counts as words
 * @param write how it could be written so that it is read; blank where nothing in it can be guessed
 */
public record UnreadTarget(String read, String write) {
    private static final int LONGEST = 60;
    private static final String OPERATORS = "≥≤<>=";
    private static final String DIGIT_SIGNS = "0123456789.,";
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");
    private static final Pattern NAMED = Pattern.compile("(?:不低于|不少于|不超过|不高于|大于等于|小于等于|大于|小于|等于)\\s*[\\d.]");
    private static final Pattern BEGINS = Pattern.compile("(?:约|近|达到?|超过?|至少|最多)?\\s*-?\\d.*");
    private static final Pattern CHINESE = Pattern.compile(
            "(?<!\\d)([零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万]*?)(?:点([零〇一二三四五六七八九]+))?(%|‰|万元|元|次|个|人|天|小时|套|期|台|册|篇|项|户|场|件)");
    private static final Pattern HUNDREDTH = Pattern.compile("百分之([零〇一二两三四五六七八九十百]+|\\d+(?:\\.\\d+)?)");
    private static final Pattern BOUND =
            Pattern.compile("(.*\\d\\s*[^\\d\\s]{0,6}?)\\s*(?:及|（含）|\\(含\\))?(以上|以下|以内|之内|左右|上下)(.*)");

    /** Empty for what is read as it was meant, and for words that do not look like a number. */
    public static Optional<UnreadTarget> of(String text) {
        String folded = TargetGrammar.fold(text).strip();
        if (folded.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (TargetValue.parse(text)) {
            case Quantity quantity ->
                BOUND.matcher(folded).matches()
                        ? Optional.of(new UnreadTarget(quantity.unit(), near(folded)))
                        : Optional.empty();
            case TargetValue.Range ignored -> Optional.empty();
            case TargetValue.Deadline ignored -> Optional.empty();
            case TargetValue.Words ignored ->
                looksLikeOne(folded) ? Optional.of(new UnreadTarget("", near(folded))) : Optional.empty();
        };
    }

    private static boolean looksLikeOne(String folded) {
        return folded.chars().anyMatch(sign -> OPERATORS.indexOf(sign) >= 0)
                || NAMED.matcher(folded).find()
                || BEGINS.matcher(folded).matches()
                || HUNDREDTH.matcher(folded).find()
                || CHINESE.matcher(folded).lookingAt();
    }

    /** The longest part that is read once digits are digits, with the operator that was said behind it. */
    private static String near(String folded) {
        String digits = digits(folded);
        Matcher bound = BOUND.matcher(digits);
        if (bound.matches()) {
            String operator = switch (bound.group(2)) {
                case "以上" -> "≥";
                case "以下", "以内", "之内" -> "≤";
                default -> "";
            };
            String inner = longest(bound.group(1).strip() + bound.group(3));
            boolean own = inner.isEmpty() || OPERATORS.indexOf(inner.charAt(0)) >= 0;
            return own || !(TargetValue.parse(operator + inner) instanceof Quantity) ? inner : operator + inner;
        }
        return longest(digits);
    }

    /** Where two numbers stand nobody can tell which was meant, but for the ends of a range. */
    private static String longest(String text) {
        boolean several = NUMBER.matcher(text).results().count() > 1;
        for (int length = text.length(); length > 0; length--) {
            for (int from = 0; from + length <= text.length(); from++) {
                if (from > 0 && DIGIT_SIGNS.indexOf(text.charAt(from - 1)) >= 0) {
                    continue;
                }
                TargetValue value = TargetValue.parse(text.substring(from, from + length));
                if (!several
                        && value instanceof Quantity quantity
                        && !BOUND.matcher(quantity.rawText()).matches()) {
                    return quantity.printed();
                }
                if (value instanceof TargetValue.Range || value instanceof TargetValue.Deadline) {
                    return value.rawText();
                }
            }
        }
        return "";
    }

    private static String digits(String folded) {
        String hundredths = HUNDREDTH
                .matcher(folded)
                .replaceAll(found -> (Character.isDigit(found.group(1).charAt(0))
                                ? found.group(1)
                                : Long.toString(ChineseNumber.of(found.group(1))))
                        + "%");
        return CHINESE.matcher(hundredths)
                .replaceAll(found -> ChineseNumber.of(found.group(1))
                        + (found.group(2) == null ? "" : "." + ChineseNumber.digits(found.group(2)))
                        + found.group(3));
    }
}
