package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Indicator;
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

    /** @param before what was to be reached; empty when the indicator is new */
    public record Target(String level, String name, String before, String after) {
        public boolean same() {
            return before.equals(after);
        }
    }

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
        Project before = change.before();
        Project after = change.after();
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
        Map<List<Object>, Target> rows = new LinkedHashMap<>();
        Facts.Targets before = known.getOrDefault(project.value(), new Facts.Targets(List.of()));
        for (Indicator old : before.indicators()) {
            rows.put(key(old), new Target(old.level1().label(), old.name(), old.target(), ""));
        }
        for (Indicator fresh : after) {
            Target there = rows.get(key(fresh));
            rows.put(
                    key(fresh),
                    new Target(
                            fresh.level1().label(), fresh.name(), there == null ? "" : there.before(), fresh.target()));
        }
        return new Targets(names.getOrDefault(project.value(), project.value()), List.copyOf(rows.values()));
    }

    private static List<Object> key(Indicator indicator) {
        return List.of(indicator.level1(), indicator.name());
    }
}
