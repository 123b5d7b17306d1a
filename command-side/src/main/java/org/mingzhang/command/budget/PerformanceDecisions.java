package org.mingzhang.command.budget;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.IndicatorProgress;
import org.mingzhang.kernel.value.Outlook;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;

/** Monitoring and self-evaluation: of targets that are there, all of them, and each departure with its reason. */
final class PerformanceDecisions {
    private PerformanceDecisions() {}

    static Decision decide(Situation now, PerformanceCommand command) {
        return switch (command) {
            case PerformanceCommand.MonitorPerformance monitor -> monitor(now, monitor);
            case PerformanceCommand.SelfEvaluate evaluate -> SelfEvaluation.decide(now, evaluate);
        };
    }

    private static Decision monitor(Situation now, PerformanceCommand.MonitorPerformance command) {
        Findings findings = now.executing(Roles.DRAFTING);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        List<Indicator> targets = targets(findings, now, command.project());
        month(findings, now, command.through());
        TextRules.optional(findings, "words", command.words());
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        Named named = new Named(findings, "progress", targets);
        for (int at = 0; at < command.progress().size(); at++) {
            IndicatorProgress one = command.progress().get(at);
            named.find(at, one.level1(), one.name()).ifPresent(target -> explained(named, target, one));
        }
        named.nothingLeftOut();
        ProjectMoney money = ProjectMoney.of(now.budget(), command.project());
        return findings.accept(() -> new PerformanceEvent.PerformanceMonitored(
                command.budget(),
                command.project(),
                command.through(),
                money.budgeted(),
                money.executed(),
                command.progress(),
                command.action(),
                command.words()));
    }

    /** What will perhaps not be reached has a reason and something that is done about it (performance.md §4). */
    private static void explained(Named named, Indicator target, IndicatorProgress one) {
        if (one.outlook() != Outlook.CERTAIN) {
            named.require(
                    !one.reason().isBlank(),
                    "reason",
                    new Refusal.DeviationUnexplained(one.name(), target.target(), one.actual()));
            named.require(!one.correction().isBlank(), "correction", new Refusal.CorrectionMissing(one.name()));
        }
    }

    private static void month(Findings findings, Situation now, YearMonth month) {
        FiscalYear year = now.budget().opening().orElseThrow().id().year();
        YearMonth current = YearMonth.from(now.today());
        findings.require(month.getYear() == year.value(), "through", () -> new Refusal.MonthOfAnotherYear(month, year))
                .require(
                        month.getYear() != year.value() || !month.isAfter(current),
                        "through",
                        () -> new Refusal.MonthAhead(month, current));
    }

    /** The targets that are judged; there have to be some. */
    static List<Indicator> targets(Findings findings, Situation now, Optional<ProjectCode> project) {
        project.ifPresent(code -> findings.require(
                now.content().projects().has(code), "project", () -> new Refusal.ProjectUnknown(code)));
        List<Indicator> targets = project.map(now.content()::targetsOf).orElseGet(now.content()::overallTargets);
        if (findings.isEmpty()) {
            findings.require(
                    !targets.isEmpty(),
                    "project",
                    () -> new Refusal.NoTargetsToJudge(
                            project.flatMap(now.content().projects()::get)
                                    .map(Project::name)
                                    .orElse("")));
        }
        return targets;
    }

    /** Rows of a command, each said of a target by its group and name. */
    static final class Named {
        private final Findings findings;
        private final String list;
        private final List<Indicator> targets;
        private final Set<Indicator> seen = new HashSet<>();
        private int at;

        Named(Findings findings, String list, List<Indicator> targets) {
            this.findings = findings;
            this.list = list;
            this.targets = targets;
        }

        /** The first of that name that has not been found yet, because one name may stand twice in a list. */
        Optional<Indicator> find(int row, IndicatorLevel level, String name) {
            at = row;
            List<Indicator> named = targets.stream()
                    .filter(target -> target.level1() == level && target.name().equals(name))
                    .toList();
            Optional<Indicator> found =
                    named.stream().filter(target -> !seen.contains(target)).findFirst();
            require(!named.isEmpty(), "name", new Refusal.TargetNever(level, name));
            require(named.isEmpty() || found.isPresent(), "name", new Refusal.ResultTwice(level, name));
            found.ifPresent(seen::add);
            return found;
        }

        void require(boolean holds, String field, Refusal otherwise) {
            findings.require(holds, list + "[" + at + "]." + field, () -> otherwise);
        }

        void nothingLeftOut() {
            targets.stream()
                    .filter(target -> !seen.contains(target))
                    .forEach(
                            target -> findings.object(list, new Refusal.ResultMissing(target.level1(), target.name())));
        }
    }
}
