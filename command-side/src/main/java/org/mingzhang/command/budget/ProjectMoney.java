package org.mingzhang.command.budget;

import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Stage;

/** What a project, or the department as a whole, has and has spent. */
record ProjectMoney(Amount budgeted, Amount executed) {
    static ProjectMoney of(Budget budget, Optional<ProjectCode> project) {
        Amount initial = Amount.sum(budget.content()
                .lines()
                .values()
                .filter(line -> isOf(line.classification(), project))
                .map(line -> line.amount())
                .toList());
        return new ProjectMoney(
                initial.plus(moved(budget, project, Stage.ADJUSTED)), moved(budget, project, Stage.EXECUTED));
    }

    private static Amount moved(Budget budget, Optional<ProjectCode> project, Stage stage) {
        return Amount.sum(budget.execution()
                .balances()
                .values()
                .filter(balance -> isOf(balance.classification(), project))
                .map(balance -> balance.of(stage))
                .toList());
    }

    private static boolean isOf(Classification.Expenditure money, Optional<ProjectCode> project) {
        return project.isEmpty() || money.project().equals(project);
    }
}
