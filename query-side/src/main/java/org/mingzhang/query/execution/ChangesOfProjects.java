package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.TargetChange;
import org.mingzhang.query.facts.Facts;

/**
 * What a document makes of projects, before and after, as a page shows it.
 *
 * @param contents what projects say
 * @param targets what they are to achieve; those that stay are among them
 */
public record ChangesOfProjects(List<Content> contents, List<Targets> targets) {
    /** @param field the key of its words, such as {@code name} */
    public record Content(String project, String field, String before, String after) {}

    /** The targets of one project. */
    public record Targets(String project, List<Target> rows) {}

    /**
     * @param before what was to be reached; empty when the indicator is new
     * @param after what is to be reached; empty when the indicator is given up
     * @param details what else of an indicator that stays becomes different
     */
    public record Target(String level, String name, String before, String after, List<Detail> details) {
        /** Key of the words for its level, which is told by its official name. */
        public String levelWords() {
            return "indicator-level." + IndicatorLevel.ofLabel(level).name();
        }

        public boolean same() {
            return before.equals(after) && details.isEmpty();
        }
    }

    /** @param field the key of its words: {@code level2} or {@code note} */
    public record Detail(String field, String before, String after) {}

    /** @param before the targets as they were before the document took effect, or as they are */
    static ChangesOfProjects of(
            Optional<Facts.ProjectChange> change,
            List<PerformanceEffect> performance,
            Map<String, Facts.Targets> before,
            Map<String, String> names) {
        return new ChangesOfProjects(
                change.map(ChangesOfProjects::contents).orElse(List.of()),
                performance.stream()
                        .flatMap(effect ->
                                effect.revised().stream().map(after -> targets(effect.project(), after, before, names)))
                        .toList());
    }

    /** Of changes that have not happened yet. */
    static List<Targets> of(List<TargetChange> changes, Map<String, String> names) {
        return changes.stream()
                .map(change -> targets(
                        change.project(),
                        change.after(),
                        Map.of(change.project().value(), new Facts.Targets(change.before())),
                        names))
                .toList();
    }

    public boolean isEmpty() {
        return contents.isEmpty() && targets.isEmpty();
    }

    private static List<Content> contents(Facts.ProjectChange change) {
        return contents(change.before(), change.after());
    }

    /** What a project says, before and after; nothing that stays is among it. */
    static List<Content> contents(Project before, Project after) {
        List<Content> all = new ArrayList<>();
        all.add(new Content(after.code().value(), "name", before.name(), after.name()));
        all.add(new Content(
                after.code().value(),
                "unit",
                before.unit().value(),
                after.unit().value()));
        all.add(new Content(after.code().value(), "description", before.description(), after.description()));
        return all.stream().filter(row -> !row.before().equals(row.after())).toList();
    }

    private static Targets targets(
            ProjectCode project, List<Indicator> after, Map<String, Facts.Targets> known, Map<String, String> names) {
        Facts.Targets before = known.getOrDefault(project.value(), new Facts.Targets(List.of()));
        return new Targets(names.getOrDefault(project.value(), project.value()), targets(before.indicators(), after));
    }

    /** Indicator by indicator, what was to be reached and what is; those that stay are among them. */
    public static List<Target> targets(List<Indicator> before, List<Indicator> after) {
        return IndicatorPairs.of(before, after).stream()
                .map(ChangesOfProjects::target)
                .toList();
    }

    private static Target target(IndicatorPairs.Pair pair) {
        Indicator named = pair.after().or(pair::before).orElseThrow();
        return new Target(
                named.level1().label(),
                named.name(),
                pair.before().map(Indicator::target).orElse(""),
                pair.after().map(Indicator::target).orElse(""),
                pair.before()
                        .flatMap(old -> pair.after().map(fresh -> details(old, fresh)))
                        .orElse(List.of()));
    }

    private static List<Detail> details(Indicator old, Indicator fresh) {
        return Stream.of(
                        new Detail("level2", old.level2(), fresh.level2()),
                        new Detail("note", old.note(), fresh.note()))
                .filter(detail -> !detail.before().equals(detail.after()))
                .toList();
    }
}
