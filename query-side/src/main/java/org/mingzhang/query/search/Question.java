package org.mingzhang.query.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.facts.Moment;

/**
 * What somebody looks for, and among what.
 *
 * @param words of which an entry has to have each
 * @param kind the only kind that is wanted
 * @param own budgets of which everything may be found; of all others what was released
 * @param unit the only unit of which everything may be found in them
 * @param then as of when entries of their own are found
 * @param readThen of their own those that are found as they were read as of then, not as they stand
 * @param forEverybody as of when those of what was released are found
 */
record Question(
        List<String> words,
        Optional<EntryKind> kind,
        Set<BudgetId> own,
        Optional<UnitCode> unit,
        Moment then,
        Moment forEverybody,
        Set<BudgetId> readThen) {
    /** Everything that was ever recorded, and has not ended. */
    static final Moment NOW = Moment.at(Long.MAX_VALUE - 1);

    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 60;
    private static final Pattern IN_WAN = Pattern.compile("(.+?)万元?");
    private static final Pattern IN_YUAN = Pattern.compile("(.+?)元");

    Question {
        words = List.copyOf(words);
        own = Set.copyOf(own);
        readThen = Set.copyOf(readThen);
    }

    static Question of(String text, Optional<EntryKind> kind, Set<BudgetId> own, Optional<UnitCode> unit) {
        return new Question(
                Pattern.compile("[\\s\u3000]+")
                        .splitAsStream(text.strip())
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD))
                        .limit(MOST_WORDS)
                        .toList(),
                kind,
                own,
                unit,
                NOW,
                NOW,
                Set.of());
    }

    /** The same as of an instant. */
    Question asOf(Moment moment, Moment everybodys) {
        return new Question(words, kind, own, unit, moment, everybodys, readThen);
    }

    /** The same with budgets of their own that have changed since. */
    Question reading(Set<BudgetId> budgets) {
        return new Question(words, kind, own, unit, then, forEverybody, budgets);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The amount that a word says: in 元 unless it says 万; empty when it is none. */
    static Optional<Amount> amount(String word) {
        Matcher wan = IN_WAN.matcher(word);
        Matcher yuan = IN_YUAN.matcher(word);
        try {
            if (wan.matches()) {
                return Optional.of(AmountUnit.WAN_YUAN.parse(wan.group(1)));
            }
            return Optional.of(AmountUnit.YUAN.parse(yuan.matches() ? yuan.group(1) : word));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
