package org.mingzhang.query.performance;

import java.util.List;

/**
 * Something about targets that does not fit: with themselves, or with the money. A hint with its place, never a stop.
 *
 * @param kind what it is
 * @param project code of the project; blank for the targets of the department as a whole
 * @param row which indicator of the list, from 1; 0 where it is about the list or the money
 * @param name of the indicator, as it is written
 * @param target its text
 * @param arguments for the words
 */
public record TargetFinding(Kind kind, String project, int row, String name, String target, List<String> arguments) {
    public TargetFinding {
        arguments = List.copyOf(arguments);
    }

    /** What is found; the words of each are {@code lint.} and its name, and say what to do. */
    public enum Kind {
        /** A cost is to be at least something (tables.md S2). */
        COST_AT_LEAST(true),
        /** A cost may be more than the project has (S3). */
        COST_OVER_AMOUNT(true),
        /** Itemised costs do not add up to what the project has (check 69). */
        COSTS_NOT_AMOUNT(true),
        /** A number says of nothing how much (S5). */
        UNIT_MISSING(true),
        /** Looks like a number and was read as words, or with what is no unit. */
        VALUE_UNREAD(true),
        /** A rate that is not in per cent (S6). */
        RATE_NOT_PERCENT(true),
        /** The name holds a second indicator with its value (S7). */
        VALUE_IN_NAME(true),
        /** The same name twice in a group (check 72). */
        NAME_TWICE(true),
        /** Satisfaction among other groups (S8). */
        SATISFACTION_ELSEWHERE(true),
        /** In the group of satisfaction, and whose it is nobody says (S8). */
        SATISFACTION_UNNAMED(true),
        /** Among the costs, and neither money nor about costs (S8). */
        COST_MISPLACED(true),
        /** The name was cut off where a form was full (S8). */
        NAME_CUT_OFF(true),
        /** Money was moved since the targets were last said. */
        MONEY_MOVED_SINCE(true),
        /** The same, and not much; it was said that the targets stay. */
        MONEY_MOVED_A_LITTLE(false),
        /** No operator was written; how it is read has to be confirmed. */
        OPERATOR_UNWRITTEN(false);

        private final boolean warning;

        Kind(boolean warning) {
            this.warning = warning;
        }

        /** Otherwise something to confirm. */
        public boolean isWarning() {
            return warning;
        }

        /** Key of its words. */
        public String words() {
            return "lint." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
