package org.mingzhang.query.performance.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.policy.ScoringRules;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.IndicatorProgress;
import org.mingzhang.kernel.value.Outlook;
import org.mingzhang.kernel.value.ScoredIndicator;
import org.mingzhang.query.disclosure.Stated;
import org.mingzhang.query.facts.Facts;

/** What was stated, as the words that the templates of forms name; what nobody has stated is blank. */
final class FormWords {
    private static final String REACHED = "√";

    private FormWords() {}

    /** The words of a statement, before anything is said. */
    static Map<String, String> blank(List<String> names) {
        Map<String, String> words = new HashMap<>();
        names.forEach(name -> words.put(name, ""));
        return words;
    }

    /** @param named whether whoever asks is told who stated it */
    static Map<String, String> of(Facts.MonitoringFact stated, boolean named) {
        Map<String, String> words = blank(Stated.WORDS);
        words.put("month", Integer.toString(stated.through().getMonthValue()));
        words.put("action", stated.action().label());
        words.put("words", stated.words());
        words.put("actor", named ? stated.actor() : "");
        words.put("day", stated.day().toString());
        return words;
    }

    static Map<String, String> of(Facts.EvaluationFact stated, boolean named) {
        Map<String, String> words = blank(Stated.WORDS);
        words.put("weight", points(stated.executionWeight()));
        words.put("score", points(stated.executionScore()));
        words.put("reason", stated.executionReason());
        words.put("total", points(stated.total()));
        words.put("grade", stated.grade());
        words.put("rules", stated.rules());
        words.put("words", stated.words());
        words.put("actor", named ? stated.actor() : "");
        words.put("day", stated.day().toString());
        return words;
    }

    /** Beside the targets as they stood then, in the order in which they were stated. */
    static List<Map<String, String>> progress(List<IndicatorProgress> progress, List<Indicator> targets) {
        List<Indicator> left = new ArrayList<>(targets);
        List<Map<String, String>> rows = new ArrayList<>();
        for (IndicatorProgress one : progress) {
            Optional<Indicator> target = taken(left, one.level1(), one.name());
            Map<String, String> row = row(one.level1(), one.name(), target);
            row.put("target", target.map(Indicator::target).orElse(""));
            row.put("actual", one.actual());
            row.put("expected", one.expected().orElse(""));
            row.put(key(one.outlook()), REACHED);
            row.put("reason", one.reason());
            row.put("correction", one.correction());
            rows.add(row);
        }
        return rows;
    }

    static List<Map<String, String>> scores(List<ScoredIndicator> scores, List<Indicator> targets) {
        List<Indicator> left = new ArrayList<>(targets);
        List<Map<String, String>> rows = new ArrayList<>();
        for (ScoredIndicator one : scores) {
            Map<String, String> row = row(one.level1(), one.name(), taken(left, one.level1(), one.name()));
            row.put("target", one.target());
            row.put("actual", one.actual());
            row.put("weight", points(one.weight()));
            row.put("score", points(one.score()));
            row.put("reason", one.reason());
            row.put(
                    "improvement",
                    one.reason().isEmpty() || one.improvement().isEmpty()
                            ? one.improvement()
                            : "；" + one.improvement());
            rows.add(row);
        }
        return rows;
    }

    /** Targets of which nothing was stated yet, with the weights that the rules of the day give them. */
    static List<Map<String, String>> unstated(List<Indicator> targets, ScoringRules rules, boolean department) {
        List<Integer> weights = rules.weights(
                department, targets.stream().map(Indicator::level1).toList());
        List<Map<String, String>> rows = new ArrayList<>();
        for (Indicator target : targets) {
            Map<String, String> row = row(target.level1(), target.name(), Optional.of(target));
            row.put("target", target.target());
            row.put("weight", points(weights.get(rows.size())));
            rows.add(row);
        }
        return rows;
    }

    /** The first of that name that was not taken yet, because one name may stand twice in a list. */
    private static Optional<Indicator> taken(List<Indicator> left, IndicatorLevel level, String name) {
        Optional<Indicator> found = left.stream()
                .filter(target -> target.level1() == level && target.name().equals(name))
                .findFirst();
        found.ifPresent(left::remove);
        return found;
    }

    private static Map<String, String> row(IndicatorLevel level, String name, Optional<Indicator> target) {
        Map<String, String> row = blank(Stated.OF_INDICATORS);
        row.put("level1", level.label());
        row.put("level2", target.map(Indicator::level2).orElse(""));
        row.put("indicator", name);
        return row;
    }

    private static String key(Outlook outlook) {
        return switch (outlook) {
            case CERTAIN -> "certain";
            case POSSIBLE -> "possible";
            case IMPOSSIBLE -> "impossible";
        };
    }

    static String points(int hundredths) {
        return BigDecimal.valueOf(hundredths).movePointLeft(2).toPlainString();
    }
}
