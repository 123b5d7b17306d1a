package org.mingzhang.kernel.policy;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.kernel.value.AdjustmentStation;

/**
 * How the numbers of the documents of one station are written in a place, such as {@code STANDING_COMMITTEE:三人常〔#〕#号}: a
 * # stands for digits, a * for anything.
 *
 * @param station at which the document decides; empty for the approval (批复) with which an adjustment takes effect
 */
public record DocumentForm(Optional<AdjustmentStation> station, String form) {
    static final String PATTERN = "(?:GOVERNMENT_DECISION|STANDING_COMMITTEE|APPROVAL):[^\\p{Cntrl}]{1,80}";

    private static final String APPROVAL = "APPROVAL";

    static DocumentForm of(String bound) {
        int colon = bound.indexOf(':');
        String station = bound.substring(0, colon);
        return new DocumentForm(
                station.equals(APPROVAL) ? Optional.empty() : Optional.of(AdjustmentStation.valueOf(station)),
                bound.substring(colon + 1));
    }

    public boolean fits(String number) {
        StringBuilder pattern = new StringBuilder();
        form.codePoints()
                .forEach(character -> pattern.append(
                        character == '#'
                                ? "\\d{1,9}"
                                : character == '*' ? ".{1,60}" : Pattern.quote(Character.toString(character))));
        return Pattern.matches(pattern.toString(), number);
    }
}
