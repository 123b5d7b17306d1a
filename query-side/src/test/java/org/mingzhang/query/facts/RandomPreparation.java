package org.mingzhang.query.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitNature;

/** What happens until a budget is published, by chance. */
final class RandomPreparation {
    private final RandomValues some;

    RandomPreparation(RandomValues some) {
        this.some = some;
    }

    BudgetEvent opened(BudgetId budget) {
        return new RoundEvent.BudgetOpened(
                budget,
                "虚构市",
                "虚构市示例局",
                "示例局" + some.random().nextInt(9),
                new FiscalYear(2025),
                Optional.empty(),
                List.of());
    }

    BudgetEvent unit(BudgetId budget) {
        BudgetUnit unit =
                new BudgetUnit(some.unitCode(), some.word("单位"), some.word("单位"), some.pick(UnitNature.values()));
        return switch (some.random().nextInt(4)) {
            case 0 -> new OrganisationEvent.UnitRemoved(budget, unit, "撤并");
            case 1 -> new OrganisationEvent.UnitRevised(budget, unit, unit);
            default -> new OrganisationEvent.UnitRegistered(budget, unit);
        };
    }

    BudgetEvent project(BudgetId budget) {
        Project project = some.project();
        return switch (some.random().nextInt(4)) {
            case 0 -> new ProjectEvent.ProjectRemoved(budget, project, "取消");
            case 1 -> new ProjectEvent.ProjectRevised(budget, project, project, "更名");
            default -> new ProjectEvent.ProjectRegistered(budget, project);
        };
    }

    BudgetEvent targets(BudgetId budget) {
        List<Indicator> indicators = some.indicators();
        return some.random().nextBoolean()
                ? new TargetEvent.OverallTargetsSet(budget, List.of(), indicators, "")
                : new TargetEvent.ProjectTargetsSet(budget, some.projectCode(), List.of(), indicators, "");
    }

    Statement statement() {
        return some.random().nextBoolean()
                ? new Statement.Duties(List.of(some.word("职责"), some.word("职责")))
                : new Statement.AssetsHeld(some.random().nextInt(5), 0, 0, 0, "", 0, 0);
    }

    BudgetEvent round(BudgetId budget) {
        return switch (some.random().nextInt(4)) {
            case 0 -> new RoundEvent.FirstProposalSubmitted(budget, some.word("一上"));
            case 1 -> new RoundEvent.CeilingIssued(budget, ceiling(), RandomHistory.BASIS);
            case 2 -> new RoundEvent.CeilingRevised(budget, ceiling(), ceiling(), RandomHistory.BASIS, "变动");
            default -> new RoundEvent.BudgetApproved(budget, RandomHistory.BASIS, RandomHistory.DAY, 0);
        };
    }

    private Ceiling ceiling() {
        return new Ceiling(
                Map.of(FundType.GENERAL_PUBLIC, new Amount(some.random().nextInt(1_000_000))),
                Amount.ZERO,
                Amount.ZERO,
                Amount.ZERO);
    }

    BudgetEvent disclosure(BudgetId budget, long position) {
        long of = some.random().nextLong(position);
        return some.random().nextBoolean()
                ? new DisclosureEvent.SecrecyReviewConfirmed(budget, of, some.word("意见"), RandomHistory.DAY)
                : new DisclosureEvent.DisclosurePublished(
                        budget,
                        of,
                        Map.of(3, "1"),
                        Map.of(9, some.word("无")),
                        "li.bao",
                        RandomHistory.DAY,
                        "00ff",
                        RandomHistory.DAY,
                        0);
    }

    BudgetEvent line(BudgetId budget) {
        LineKey key = some.lineKey("行");
        LineContent content = new LineContent(some.expenditure(), some.amount(), some.word("备注"), "");
        return switch (some.random().nextInt(4)) {
            case 0 -> new LineEvent.LineRemoved(budget, key, content, "重复", some.postings(key, false));
            case 1 -> new LineEvent.LineRevised(budget, key, content, content, some.postings(key, false));
            default -> new LineEvent.LineAllocated(budget, key, content, some.postings(key, false));
        };
    }

    BudgetEvent revenue(BudgetId budget) {
        LineKey key = some.lineKey("收");
        RevenueContent content = new RevenueContent(some.received(), some.amount(), some.word("备注"));
        return switch (some.random().nextInt(4)) {
            case 0 -> new RevenueEvent.RevenueRemoved(budget, key, content, "重复", some.postings(key, true));
            case 1 -> new RevenueEvent.RevenueRevised(budget, key, content, content, some.postings(key, true));
            default -> new RevenueEvent.RevenueEstimated(budget, key, content, some.postings(key, true));
        };
    }
}
