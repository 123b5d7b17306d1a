package org.mingzhang.query.execution;

import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.facts.EveryBudget;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.MonthlyExecution;
import org.mingzhang.query.facts.ProjectTrail;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Principals;
import org.mingzhang.query.web.WaitingWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages of execution are made from. */
@Configuration(proxyBeanMethods = false)
class ExecutionConfiguration {
    @Bean
    LineBalances lineBalances(JdbcClient jdbc, CurrentVisitor visitors) {
        return new LineBalances(jdbc, unit -> theirs(visitors, unit));
    }

    @Bean
    ProjectTrail projectTrail(JdbcClient jdbc) {
        return new ProjectTrail(jdbc);
    }

    @Bean
    ProjectLibrary projectLibrary(LineBalances balances, AdjustmentShelf shelf) {
        return new ProjectLibrary(balances, shelf);
    }

    @Bean
    MonthlyExecution monthlyExecution(JdbcClient jdbc, CurrentVisitor visitors) {
        return new MonthlyExecution(jdbc, unit -> theirs(visitors, unit));
    }

    @Bean
    WaitingWork waitingYear(FactReader facts, MonthlyExecution months, EveryBudget budgets) {
        return new WaitingYear(facts, months, budgets);
    }

    @Bean
    OpenDocuments openDocuments(EveryBudget budgets, AdjustmentShelf shelf) {
        return new OpenDocuments(budgets, shelf);
    }

    @Bean
    WaitingWork waitingAdjustments(OpenDocuments documents, DraftsOnDesk drafts) {
        return new WaitingAdjustments(documents, drafts);
    }

    @Bean
    AdjustmentShelf adjustmentShelf(FactReader facts, CurrentVisitor visitors, Principals people) {
        return new AdjustmentShelf(facts, unit -> theirs(visitors, unit), people);
    }

    /** Whoever belongs to one unit sees nothing of the others, on whichever page it would be. */
    private static boolean theirs(CurrentVisitor visitors, UnitCode unit) {
        return visitors.visitor().filter(visitor -> !visitor.covers(unit)).isEmpty();
    }
}
