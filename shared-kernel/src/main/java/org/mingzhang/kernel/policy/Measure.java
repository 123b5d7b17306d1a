package org.mingzhang.kernel.policy;

import java.util.regex.Pattern;
import org.mingzhang.kernel.value.InvalidValueException;

/** What a limit looks at, and how its bound is written. */
public enum Measure {
    /** Net change of a 类 of the functional classification, of what it has now. */
    SHARE_OF_FUNCTION_CLASS(Written.PERCENT),
    /** Net change of a 类 of the departmental economic classification, of what it has now. */
    SHARE_OF_ECONOMIC_CLASS(Written.PERCENT),
    SHARE_OF_PROJECT(Written.PERCENT),
    /** What is moved, of the whole department's budget. */
    SHARE_OF_DEPARTMENT(Written.PERCENT),
    /** Money that leaves one group of lines for another. */
    CLASS_PAIR(Written.PAIR),
    /** Money that changes the 类 of its functional classification. */
    CROSSES_FUNCTION_CLASS(Written.NOTHING),
    /** Money that changes the 类 of its governmental economic classification. */
    CROSSES_GOVERNMENT_CLASS(Written.NOTHING),
    /** One of the "three publics" gains. */
    THREE_PUBLIC_RISES(Written.NOTHING),
    /** One of the "three publics" would have more than it was approved with. */
    THREE_PUBLIC_OVER_INITIAL(Written.NOTHING),
    /** Submitted on that day of the budget's year or later. */
    AFTER_DAY(Written.DAY),
    /** Documents of the year about the same line, this one included. */
    TIMES_PER_LINE(Written.COUNT),
    /** What a project has gained or lost since its targets were last said, of what it was approved with. */
    TARGETS_UNREVISED(Written.PERCENT),
    /**
     * Money leaves functions that the congress has set apart as key expenditure (重点支出, 预算法 art. 67 (3)), and the document is
     * not marked so. The bound names them by 类, 款 or 项; which they are every congress says for itself.
     */
    KEY_EXPENDITURE_FALLS(Written.FUNCTIONS),
    /** The number of a document that decides is not written as those of the place are; looked at when it is registered. */
    DOCUMENT_NUMBER(Written.FORM);

    private enum Written {
        NOTHING(""),
        PERCENT("[1-9]\\d{0,2}(\\.\\d{1,2})?|0\\.(\\d[1-9]|[1-9]\\d?)"),
        FUNCTIONS("2\\d{2}(?:\\d{2}){0,2}(?:,2\\d{2}(?:\\d{2}){0,2}){0,49}"),
        COUNT("\\d{1,4}"),
        DAY("(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8])"),
        FORM(DocumentForm.PATTERN),
        PAIR(MoneyGroup.PATTERN + ">" + MoneyGroup.PATTERN);

        private final Pattern pattern;

        Written(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    private final Written written;

    Measure(Written written) {
        this.written = written;
    }

    /** Whether its bound is a part of a hundred. */
    public boolean isShare() {
        return written == Written.PERCENT;
    }

    /** The bound, when it is written as this measure needs it. */
    String bound(String text) {
        if (!written.pattern.matcher(text).matches()) {
            throw new InvalidValueException("policy.bound", text);
        }
        return text;
    }
}
