package org.mingzhang.command.budget;

import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.NETWORK;
import static org.mingzhang.command.budget.AdjustmentScene.approval;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.Scene.APPROVED;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.basisOf;
import static org.mingzhang.command.budget.Scene.content;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.money;
import static org.mingzhang.command.budget.Scene.ofProject;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;

/** The office of {@link AdjustmentScene}, and beside it the bureau of big data, to which functions move. */
final class ReorganisationScene {
    static final BudgetId BUREAU = BudgetId.parse("411200-104-2025");
    static final UnitCode BUREAU_UNIT = new UnitCode("104001");

    private ReorganisationScene() {}

    /** The bureau has 40 for wages and 10 for paper, in thousands of yuan, and runs the network too. */
    static LedgerEvent[] bureau() {
        return Stream.concat(
                        Stream.of(bureauInPreparation()),
                        Stream.of(new RoundEvent.BudgetApproved(BUREAU, basisOf(APPROVED), APPROVED, 0)))
                .toArray(LedgerEvent[]::new);
    }

    static LedgerEvent[] bureauInPreparation() {
        return new LedgerEvent[] {
            new RoundEvent.BudgetOpened(
                    BUREAU, "三门峡市", "三门峡市大数据局", "市大数据局", new FiscalYear(2025), Optional.empty(), List.of()),
            new OrganisationEvent.UnitRegistered(
                    BUREAU, new BudgetUnit(BUREAU_UNIT, "大数据局本级", "大数据局本级", UnitNature.ADMINISTRATIVE)),
            new ProjectEvent.ProjectRegistered(
                    BUREAU, new Project(NETWORK, "电子政务网络", ProjectCategory.OTHER_OPERATIONS, BUREAU_UNIT, "")),
            allocated("wage", theirs("30101", "50101", ProjectCategory.PERSONNEL), 40_000),
            allocated("paper", theirs("30201", "50201", ProjectCategory.OPERATING), 10_000)
        };
    }

    private static LedgerEvent allocated(String line, Classification.Expenditure money, long yuan) {
        LineContent content = content(money, Amount.ofYuan(yuan));
        return new LineEvent.LineAllocated(BUREAU, key(line), content, new Postings(BUREAU, key(line)).of(content));
    }

    static Classification.Expenditure theirs(String dept, String gov, ProjectCategory category) {
        return money("2010301", dept, gov, category, BUREAU_UNIT);
    }

    static Classification.Expenditure theirPaper() {
        return theirs("30201", "50201", ProjectCategory.OPERATING);
    }

    static Classification.Expenditure theirNetwork() {
        return ofProject(NETWORK, ProjectCategory.OTHER_OPERATIONS, BUREAU_UNIT, "30227", "50205");
    }

    /** Both budgets in execution. */
    static Spec both(LedgerEvent... more) {
        return given(executing()).and(DEPARTMENT, bureau()).and(DEPARTMENT, more);
    }

    static AdjustmentEntry entry(String line, Classification.Expenditure money, long yuan) {
        return new AdjustmentEntry(key(line), money, Amount.ofYuan(yuan));
    }

    /** So much paper from the office to the bureau. */
    static AdjustmentCommand.SubmitReorganisation paper(long yuan) {
        return reorganisation(
                List.of(entry("office", AdjustmentScene.office(), -yuan)),
                to(BUREAU, entry("paper", theirPaper(), yuan)));
    }

    static OtherSide to(BudgetId budget, AdjustmentEntry... entries) {
        return new OtherSide(budget, List.of(entries), List.of());
    }

    static AdjustmentCommand.SubmitReorganisation reorganisation(
            List<AdjustmentEntry> giving, OtherSide other, PerformanceEffect... effects) {
        return new AdjustmentCommand.SubmitReorganisation(
                BUDGET, request(giving, Optional.empty(), effects), other, List.of());
    }

    static AdjustmentRequest request(
            List<AdjustmentEntry> giving, Optional<Integer> mends, PerformanceEffect... effects) {
        return new AdjustmentRequest(
                AdjustmentDirection.REORGANISATION,
                ReasonClass.TASK,
                "职能划转",
                DAY,
                giving,
                List.of(effects),
                "",
                Optional.empty(),
                "",
                "三编办〔2025〕3号",
                "机构改革方案：数据管理职能划入市大数据局",
                mends,
                Optional.empty(),
                Optional.empty());
    }

    static Spec then(Spec spec, Actor actor, AdjustmentCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    static Spec submitted(AdjustmentCommand command) {
        return then(both(), OFFICER, command);
    }

    /** Past every station of the leading document and into effect. */
    static Spec effective(Spec spec, int number) {
        Spec now = spec;
        for (var station : spec.budget()
                .execution()
                .adjustments()
                .get(number)
                .orElseThrow()
                .stations()) {
            now = then(
                    now,
                    Roles.at(station).contains(DESK.role()) ? DESK : HEAD,
                    AdjustmentScene.review(number, station));
        }
        return then(
                now,
                OFFICE,
                new AdjustmentCommand.PutAdjustmentIntoEffect(BUDGET, number, Optional.of(approval()), DAY));
    }

    static Amount available(Budget budget, String line) {
        return budget.execution().available(key(line), budget.content());
    }
}
