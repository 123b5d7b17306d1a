package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.query.disclosure.BudgetFacts;

/**
 * The targets of one project in the form of an adjustment, to be revised there.
 *
 * @param index its place in the form
 * @param rows what is there, and some blank ones after it
 */
public record TargetSheet(int index, String project, String name, List<Row> rows) {
    private static final Pattern FIELD =
            Pattern.compile("performance\\[(\\d{1,4})]\\.(?:project|indicators\\[(\\d{1,4})]\\.\\w+)");
    private static final int SPARE_ROWS = 2;
    private static final int MOST = 200;

    public TargetSheet {
        rows = List.copyOf(rows);
    }

    /** One target as it was typed or is. */
    public record Row(String level1, String level2, String name, String target, String note) {
        private static final Row BLANK = new Row("", "", "", "", "");

        static Row of(Indicator indicator) {
            return new Row(
                    indicator.level1().name(),
                    indicator.level2(),
                    indicator.name(),
                    indicator.target(),
                    indicator.note());
        }
    }

    /** How the names of its fields begin. */
    public String prefix() {
        return "performance[" + index + "].";
    }

    /** Of a form; a sheet that has just been asked for shows the targets as they are. */
    static List<TargetSheet> typed(Map<String, String> typed, BudgetFacts facts) {
        TreeSet<Integer> numbers = new TreeSet<>();
        typed.keySet().forEach(name -> {
            Matcher field = FIELD.matcher(name);
            if (field.matches()) {
                numbers.add(Integer.parseInt(field.group(1)));
            }
        });
        List<TargetSheet> sheets = new ArrayList<>();
        for (int number : numbers) {
            String prefix = "performance[" + number + "].";
            project(typed.getOrDefault(prefix + "project", ""), facts).ifPresent(project -> {
                List<Row> rows = rows(typed, prefix);
                boolean emptied = typed.containsKey("shown[" + number + "]");
                sheets.add(of(number, project, rows.isEmpty() && !emptied ? now(facts, project) : rows));
            });
        }
        return sheets;
    }

    /** Of a document that is taken up again. */
    static List<TargetSheet> of(List<PerformanceEffect> performance, BudgetFacts facts) {
        List<TargetSheet> sheets = new ArrayList<>();
        for (PerformanceEffect effect : performance) {
            Optional<Project> project = project(effect.project().value(), facts);
            if (effect.revised().isPresent() && project.isPresent()) {
                List<Row> rows = effect.revised().get().stream().map(Row::of).toList();
                sheets.add(of(sheets.size(), project.get(), rows));
            }
        }
        return sheets;
    }

    private static TargetSheet of(int index, Project project, List<Row> rows) {
        List<Row> all = new ArrayList<>(rows);
        for (int spare = 0; spare < SPARE_ROWS; spare++) {
            all.add(Row.BLANK);
        }
        return new TargetSheet(index, project.code().value(), project.name(), all);
    }

    private static Optional<Project> project(String code, BudgetFacts facts) {
        return facts.projects().stream()
                .filter(project -> project.code().value().equals(code))
                .findFirst();
    }

    private static List<Row> now(BudgetFacts facts, Project project) {
        return facts.projectTargets().getOrDefault(project.code(), List.of()).stream()
                .map(Row::of)
                .toList();
    }

    /** Each where it was, so that what is wrong with it is said beside it. */
    private static List<Row> rows(Map<String, String> typed, String prefix) {
        int last = -1;
        for (Map.Entry<String, String> one : typed.entrySet()) {
            Matcher field = FIELD.matcher(one.getKey());
            if (one.getKey().startsWith(prefix) && field.matches() && field.group(2) != null) {
                last = one.getValue().isBlank() ? last : Math.max(last, Integer.parseInt(field.group(2)));
            }
        }
        return IntStream.rangeClosed(0, Math.min(last, MOST))
                .mapToObj(number -> row(typed, prefix + "indicators[" + number + "]."))
                .toList();
    }

    private static Row row(Map<String, String> typed, String prefix) {
        return new Row(
                typed.getOrDefault(prefix + "level1", ""),
                typed.getOrDefault(prefix + "level2", ""),
                typed.getOrDefault(prefix + "name", ""),
                typed.getOrDefault(prefix + "target", ""),
                typed.getOrDefault(prefix + "note", ""));
    }
}
