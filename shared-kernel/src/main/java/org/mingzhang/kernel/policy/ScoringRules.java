package org.mingzhang.kernel.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.QualityLevel;

/**
 * How self-evaluations are scored, as dated data ({@code scoring-rules.tsv}, performance.md §2 and §3). All points are in
 * hundredths, 10,000 in all.
 *
 * @param name stable name of this version
 * @param values by key, such as {@code weight.COST}
 * @param grades best first
 */
public record ScoringRules(
        String name,
        LocalDate from,
        Optional<LocalDate> to,
        Map<String, BigDecimal> values,
        List<Grade> grades,
        List<Source> sources) {
    public static final int ALL_POINTS = 10_000;
    private static final List<ScoringRules> SHIPPED = RuleFiles.scoring();

    public ScoringRules {
        values = Map.copyOf(values);
        grades = grades.stream()
                .sorted(Comparator.comparingInt(Grade::least).reversed())
                .toList();
        sources = List.copyOf(sources);
    }

    /** @param least in hundredths of a point */
    public record Grade(String name, int least) {}

    /** @param confirmed whether the source of the value was seen */
    public record Source(String key, String basis, boolean confirmed) {}

    /** The rules of a day; refuses days before the first version with {@link IllegalArgumentException}. */
    public static ScoringRules inForceOn(LocalDate day) {
        return SHIPPED.stream()
                .filter(rules -> !day.isBefore(rules.from)
                        && rules.to.filter(day::isAfter).isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scoring rules for " + day));
    }

    /** Of the execution of the budget. */
    public int executionWeight() {
        return points("execution");
    }

    /** Below it a reason has to be given, in per cent. */
    public BigDecimal executionNeedsNoReason() {
        return value("execution.reason-below");
    }

    /** By how much more than a target nobody asks, in per cent. */
    public BigDecimal overAchieved() {
        return value("over-achieved");
    }

    /** What of the weight a level allows, in per cent: from and to. */
    public int[] share(QualityLevel level) {
        return new int[] {
            value("quality." + level + ".from").intValueExact(),
            value("quality." + level + ".to").intValueExact()
        };
    }

    /** The grade of a total. */
    public String grade(int total) {
        return grades.stream()
                .filter(grade -> total >= grade.least())
                .findFirst()
                .orElseThrow()
                .name();
    }

    /**
     * The weight of each indicator where nobody says another: that of its group, divided evenly to the hundredth.
     *
     * <p>What a group without indicators would weigh goes to output, as where no cost is set; where there is no output
     * either, to the first group that there is.
     *
     * @param department whether they are of the department as a whole
     */
    public List<Integer> weights(boolean department, List<IndicatorLevel> levels) {
        Map<IndicatorLevel, Integer> count = new EnumMap<>(IndicatorLevel.class);
        levels.forEach(level -> count.merge(level, 1, Integer::sum));
        Map<IndicatorLevel, Integer> groups = groups(department, count);
        Map<IndicatorLevel, Integer> seen = new EnumMap<>(IndicatorLevel.class);
        List<Integer> weights = new ArrayList<>();
        for (IndicatorLevel level : levels) {
            int before = seen.merge(level, 1, Integer::sum) - 1;
            int whole = groups.getOrDefault(level, 0);
            int several = count.getOrDefault(level, 1);
            weights.add(whole * (before + 1) / several - whole * before / several);
        }
        return weights;
    }

    private Map<IndicatorLevel, Integer> groups(boolean department, Map<IndicatorLevel, Integer> count) {
        Map<IndicatorLevel, Integer> groups = new EnumMap<>(IndicatorLevel.class);
        if (count.isEmpty()) {
            return groups;
        }
        IndicatorLevel heir = count.containsKey(IndicatorLevel.OUTPUT)
                ? IndicatorLevel.OUTPUT
                : count.keySet().iterator().next();
        for (IndicatorLevel level : IndicatorLevel.values()) {
            int weight = points((department ? "department." : "weight.") + level);
            groups.merge(count.containsKey(level) ? level : heir, weight, Integer::sum);
        }
        return groups;
    }

    private int points(String key) {
        return value(key).movePointRight(2).intValueExact();
    }

    private BigDecimal value(String key) {
        BigDecimal found = values.get(key);
        if (found == null) {
            throw new IllegalStateException("the scoring rules " + name + " do not say " + key);
        }
        return found;
    }

    /** From the rows of the file, version by version. */
    static List<ScoringRules> of(List<Row> rows) {
        Map<String, List<Row>> versions = new TreeMap<>();
        rows.forEach(row ->
                versions.computeIfAbsent(row.name(), name -> new ArrayList<>()).add(row));
        return versions.values().stream().map(ScoringRules::version).toList();
    }

    record Row(
            String name,
            LocalDate from,
            Optional<LocalDate> to,
            String key,
            BigDecimal value,
            String basis,
            boolean confirmed) {
        Optional<Grade> grade() {
            return key.startsWith("grade.")
                    ? Optional.of(new Grade(
                            key.substring("grade.".length()),
                            value.movePointRight(2).intValueExact()))
                    : Optional.empty();
        }
    }

    private static ScoringRules version(List<Row> rows) {
        Map<String, BigDecimal> values = new TreeMap<>();
        rows.forEach(row -> values.put(row.key(), row.value()));
        Row any = rows.getFirst();
        ScoringRules rules = new ScoringRules(
                any.name(),
                any.from(),
                any.to(),
                values,
                rows.stream().flatMap(row -> row.grade().stream()).toList(),
                rows.stream()
                        .map(row -> new Source(row.key(), row.basis(), row.confirmed()))
                        .toList());
        rules.adding("weight.");
        rules.adding("department.");
        return rules;
    }

    /** Weights that do not add up stop the start. */
    private void adding(String prefix) {
        int sum = executionWeight();
        for (IndicatorLevel level : IndicatorLevel.values()) {
            sum += points(prefix + level);
        }
        if (sum != ALL_POINTS) {
            throw new IllegalStateException("the weights " + prefix + " of " + name + " add up to " + sum);
        }
    }
}
