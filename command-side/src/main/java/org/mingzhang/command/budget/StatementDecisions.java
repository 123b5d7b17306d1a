package org.mingzhang.command.budget;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.value.Statement;

/** What the department states beside its figures. */
final class StatementDecisions {
    private StatementDecisions() {}

    static Decision decide(Situation now, StatementCommand command) {
        Findings findings = now.draftingGate();
        return switch (command) {
            case StatementCommand.MakeStatement make -> {
                size(findings, make.statement());
                Optional<Statement> before =
                        now.content().statements().get(make.statement().topic());
                yield findings.acceptUnless(
                        before.equals(Optional.of(make.statement())),
                        () -> new StatementEvent.StatementMade(make.budget(), before, make.statement()));
            }
        };
    }

    private static void size(Findings findings, Statement statement) {
        switch (statement) {
            case Statement.Duties duties -> items(findings, duties.items());
            case Statement.AnnualGoals goals -> items(findings, goals.items());
            case Statement.SpecialTransfers transfers -> items(findings, transfers.items());
            case Statement.AnnualTasks tasks ->
                ListRules.atMost(findings, ListRules.MOST_ITEMS, "statement.tasks", tasks.tasks());
            case Statement.Glossary glossary ->
                ListRules.atMost(findings, ListRules.MOST_ITEMS, "statement.terms", glossary.terms());
            case Statement.Institutions ignored -> {}
            case Statement.ProcurementPlan ignored -> {}
            case Statement.AssetsHeld ignored -> {}
            case Statement.KeyProjects ignored -> {}
        }
    }

    private static void items(Findings findings, List<String> items) {
        ListRules.atMost(findings, ListRules.MOST_ITEMS, "statement.items", items);
    }
}
