package org.mingzhang.kernel.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the texts of targets. */
final class TargetGrammar {
    private static final int LONGEST = 200;
    private static final Map<String, TargetOperator> OPERATORS = Map.ofEntries(
            Map.entry("≥", TargetOperator.AT_LEAST),
            Map.entry(">=", TargetOperator.AT_LEAST),
            Map.entry("大于等于", TargetOperator.AT_LEAST),
            Map.entry("不低于", TargetOperator.AT_LEAST),
            Map.entry("不少于", TargetOperator.AT_LEAST),
            Map.entry("≤", TargetOperator.AT_MOST),
            Map.entry("<=", TargetOperator.AT_MOST),
            Map.entry("小于等于", TargetOperator.AT_MOST),
            Map.entry("不超过", TargetOperator.AT_MOST),
            Map.entry("不高于", TargetOperator.AT_MOST),
            Map.entry(">", TargetOperator.MORE_THAN),
            Map.entry("大于", TargetOperator.MORE_THAN),
            Map.entry("<", TargetOperator.LESS_THAN),
            Map.entry("小于", TargetOperator.LESS_THAN),
            Map.entry("=", TargetOperator.EQUAL),
            Map.entry("等于", TargetOperator.EQUAL));

    private static final String NUMBER = "(-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)";
    private static final String UNIT = "([%‰]|[^\\d\\s/≥≤<>=%‰]*)";
    private static final String PERIOD = "(?:\\s*/\\s*(半年|季度|年|季|月|周|日|天))?";
    private static final Pattern QUANTITY =
            Pattern.compile("(" + operators() + ")?\\s*" + NUMBER + "\\s*" + UNIT + PERIOD);
    private static final Pattern RANGE =
            Pattern.compile(NUMBER + "\\s*" + UNIT + "\\s*(?:-|—|–|~|～|至|到)\\s*" + NUMBER + "\\s*" + UNIT + PERIOD);
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:年|-|/)(\\d{1,2})(?:月|-|/)(\\d{1,2})日?(?:前|之前|以前)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})年(\\d{1,2})月(?:底|末)(?:前|之前|以前)?");

    private TargetGrammar() {}

    static TargetValue read(String text) {
        String folded = fold(text).strip();
        return folded.length() > LONGEST
                ? new TargetValue.Words(text)
                : quantity(text, folded)
                        .or(() -> range(text, folded))
                        .or(() -> deadline(text, folded))
                        .orElseGet(() -> new TargetValue.Words(text));
    }

    /** Full-width digits, signs and operators only; folding all of NFKC would turn ㎡ into m2. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().forEach(sign -> folded.append(folded((char) sign)));
        return folded.toString();
    }

    private static char folded(char sign) {
        return switch (sign) {
            case '０', '１', '２', '３', '４', '５', '６', '７', '８', '９' -> (char) (sign - '０' + '0');
            case '＞' -> '>';
            case '＜' -> '<';
            case '＝' -> '=';
            case '≧' -> '≥';
            case '≦' -> '≤';
            case '％' -> '%';
            case '．' -> '.';
            case '，' -> ',';
            case '－', '−' -> '-';
            case '／' -> '/';
            case '　' -> ' ';
            default -> sign;
        };
    }

    private static Optional<TargetValue> quantity(String text, String folded) {
        Matcher found = QUANTITY.matcher(folded);
        return found.matches()
                ? Optional.of(new TargetValue.Quantity(
                        text,
                        Optional.ofNullable(found.group(1)).map(OPERATORS::get).orElse(TargetOperator.UNWRITTEN),
                        number(found.group(2)),
                        found.group(3),
                        Optional.ofNullable(found.group(4)).orElse("")))
                : Optional.empty();
    }

    /** The unit may stand at one end or at both; two that differ are no range, and neither is one that runs backwards. */
    private static Optional<TargetValue> range(String text, String folded) {
        Matcher found = RANGE.matcher(folded);
        if (!found.matches()
                || !(found.group(2).isEmpty() || found.group(2).equals(found.group(4)))
                || number(found.group(1)).compareTo(number(found.group(3))) > 0) {
            return Optional.empty();
        }
        return Optional.of(new TargetValue.Range(
                text,
                number(found.group(1)),
                number(found.group(3)),
                found.group(4),
                Optional.ofNullable(found.group(5)).orElse("")));
    }

    private static Optional<TargetValue> deadline(String text, String folded) {
        Matcher day = DAY.matcher(folded);
        Matcher month = MONTH.matcher(folded);
        try {
            if (day.matches()) {
                return Optional.of(
                        new TargetValue.Deadline(text, LocalDate.of(part(day, 1), part(day, 2), part(day, 3))));
            }
            return month.matches()
                    ? Optional.of(new TargetValue.Deadline(
                            text, YearMonth.of(part(month, 1), part(month, 2)).atEndOfMonth()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int part(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace(",", ""));
    }

    /** The longest first, so that {@code >=} is not read as {@code >}. */
    private static String operators() {
        return OPERATORS.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
