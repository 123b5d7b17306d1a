package org.mingzhang.command.budget;

import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.HOTLINE_PROJECT;
import static org.mingzhang.command.budget.Scene.OFFICE_UNIT;
import static org.mingzhang.command.budget.Scene.basis;
import static org.mingzhang.command.budget.Scene.ceiling;
import static org.mingzhang.command.budget.Scene.income;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.wages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.ProvisionalGround;
import org.mingzhang.kernel.value.Statement;

/** One of each command, by the name of its line in {@code command-roles.tsv}. */
final class CommandExamples {
    private CommandExamples() {}

    static Map<String, BudgetCommand> all() {
        Map<String, BudgetCommand> all = new LinkedHashMap<>();
        rounds(all);
        content(all);
        adjustments(all);
        year(all);
        return all;
    }

    private static void rounds(Map<String, BudgetCommand> all) {
        add(
                all,
                new RoundCommand.OpenBudget(
                        BUDGET, "三门峡市", "办公室", "办公室", new FiscalYear(2025), Optional.empty(), List.of()));
        add(all, new RoundCommand.SubmitFirstProposal(BUDGET, ""));
        add(all, new RoundCommand.ReturnFirstProposal(BUDGET, "x"));
        add(all, new RoundCommand.IssueCeiling(BUDGET, ceiling(1), basis()));
        add(all, new RoundCommand.ReviseCeiling(BUDGET, ceiling(1), basis(), "x"));
        add(all, new RoundCommand.SubmitSecondDraft(BUDGET, ""));
        add(all, new RoundCommand.ReturnSecondDraft(BUDGET, "x"));
        add(all, new RoundCommand.IncludeInGovernmentDraft(BUDGET, ""));
        add(all, new RoundCommand.RecordEnactment(BUDGET, basis()));
        add(all, new RoundCommand.ApproveBudget(BUDGET, basis(), Scene.APPROVED));
        add(all, new RoundCommand.DistributeBudget(BUDGET, basis(), Scene.APPROVED));
        add(all, new DisclosureCommand.ConfirmSecrecyReview(BUDGET, 1, "x", Scene.APPROVED));
        add(
                all,
                new DisclosureCommand.PublishDisclosure(
                        BUDGET, 1, Map.of(), java.util.Set.of(), Map.of(), "", Scene.APPROVED));
    }

    private static void content(Map<String, BudgetCommand> all) {
        add(all, new OrganisationCommand.RegisterUnit(BUDGET, OFFICE_UNIT));
        add(all, new OrganisationCommand.ReviseUnit(BUDGET, OFFICE_UNIT));
        add(all, new OrganisationCommand.RemoveUnit(BUDGET, OFFICE_UNIT.code(), "x"));
        add(all, new LineCommand.AllocateLine(BUDGET, key("wage"), wages(1)));
        add(all, new LineCommand.ReviseLine(BUDGET, key("wage"), wages(1)));
        add(all, new LineCommand.RemoveLine(BUDGET, key("wage"), "x"));
        add(all, new RevenueCommand.EstimateRevenue(BUDGET, key("in"), income(1)));
        add(all, new RevenueCommand.ReviseRevenue(BUDGET, key("in"), income(1)));
        add(all, new RevenueCommand.RemoveRevenue(BUDGET, key("in"), "x"));
        add(all, new ProjectCommand.RegisterProject(BUDGET, HOTLINE_PROJECT));
        add(all, new ProjectCommand.ReviseProject(BUDGET, HOTLINE_PROJECT, "x"));
        add(all, new ProjectCommand.RemoveProject(BUDGET, HOTLINE, "x"));
        add(all, new TargetCommand.SetOverallTargets(BUDGET, List.of(), "x"));
        add(all, new TargetCommand.SetProjectTargets(BUDGET, HOTLINE, List.of(), "x"));
        add(all, new StatementCommand.MakeStatement(BUDGET, new Statement.Duties(List.of("x"))));
        add(
                all,
                new ComparativeCommand.StateComparatives(
                        BUDGET, new Comparatives(new FiscalYear(2024), List.of(), basis()), ""));
    }

    private static void adjustments(Map<String, BudgetCommand> all) {
        add(all, AdjustmentScene.submit(AdjustmentScene.toNetwork(1_000)));
        add(
                all,
                new AdjustmentCommand.WithAttachments(
                        AdjustmentScene.submit(AdjustmentScene.toNetwork(1_000)), List.of()));
        add(
                all,
                new AdjustmentCommand.AdjustProject(
                        BUDGET, AdjustmentScene.withoutMoney().made(), HOTLINE_PROJECT, List.of()));
        add(all, ReorganisationScene.paper(1_000));
        for (AdjustmentStation station : List.of(
                AdjustmentStation.DEPARTMENT_REVIEW,
                AdjustmentStation.FINANCE_REVIEW,
                AdjustmentStation.GOVERNMENT_DECISION)) {
            all.put("ReviewAdjustment@" + station, AdjustmentScene.review(1, station));
        }
        for (String station : List.of("DEPARTMENT_REVIEW", "FINANCE_REVIEW", "GOVERNMENT_DECISION", "EFFECT")) {
            all.put("ReturnAdjustment@" + station, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "x"));
            all.put("RejectAdjustment@" + station, new AdjustmentCommand.RejectAdjustment(BUDGET, 1, "x"));
        }
        add(all, new AdjustmentCommand.WithdrawAdjustment(BUDGET, 1, "x"));
        add(all, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "x", AdjustmentScene.DAY));
        all.put("PutAdjustmentIntoEffect@EFFECT", AdjustmentScene.effect(1));
    }

    private static void year(Map<String, BudgetCommand> all) {
        add(all, YearScene.issue("wage", ProvisionalGround.REFERENCE, 1, 1));
        add(all, YearScene.freeze("wage", 1));
        add(all, YearScene.thaw("wage", 1));
        add(all, YearScene.record(YearScene.MARCH, "wage", YearScene.paid(1)));
        add(all, YearScene.state("call", 1));
        add(all, PerformanceScene.monitor(PerformanceScene.onCourse()));
        add(all, PerformanceScene.evaluate(PerformanceScene.reached()));
        add(all, YearScene.close());
        for (AccountsStage stage : AccountsStage.values()) {
            all.put("PassAccounts@" + stage, YearScene.pass(stage, AdjustmentScene.DAY));
        }
        add(all, new AccountsCommand.ReturnAccounts(BUDGET, "x"));
    }

    private static void add(Map<String, BudgetCommand> all, BudgetCommand command) {
        all.put(command.getClass().getSimpleName(), command);
    }
}
