package org.mingzhang.query.disclosure;

import java.util.List;
import java.util.Map;

/**
 * What a form tells beside the facts of one measure: what people stated of targets, with the money as it stood then.
 *
 * @param measures the same facts in every measure that whoever asks may see; what is missing prints as 未公开
 * @param words of the statement as a whole, by the names in {@link #WORDS}
 * @param indicators each by the names in {@link #OF_INDICATORS}
 */
public record Stated(
        Map<TableBasis, BudgetFacts> measures, Map<String, String> words, List<Map<String, String>> indicators) {
    /** What a template may name of the statement. */
    public static final List<String> WORDS = List.of(
            "subject",
            "project",
            "unit",
            "unit.name",
            "description",
            "month",
            "action",
            "words",
            "weight",
            "score",
            "reason",
            "total",
            "grade",
            "rules",
            "actor",
            "day");

    /** What it may name of each indicator. */
    public static final List<String> OF_INDICATORS = List.of(
            "level1",
            "level2",
            "indicator",
            "target",
            "actual",
            "expected",
            "certain",
            "possible",
            "impossible",
            "reason",
            "correction",
            "weight",
            "score",
            "improvement");

    static final Stated NOTHING = new Stated(Map.of(), Map.of(), List.of());

    public Stated {
        measures = Map.copyOf(measures);
        words = Map.copyOf(words);
        indicators = List.copyOf(indicators);
    }
}
