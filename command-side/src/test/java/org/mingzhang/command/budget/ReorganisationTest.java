package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.NETWORK;
import static org.mingzhang.command.budget.AdjustmentScene.approval;
import static org.mingzhang.command.budget.AdjustmentScene.network;
import static org.mingzhang.command.budget.AdjustmentScene.office;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.ReorganisationScene.BUREAU;
import static org.mingzhang.command.budget.ReorganisationScene.available;
import static org.mingzhang.command.budget.ReorganisationScene.both;
import static org.mingzhang.command.budget.ReorganisationScene.bureauInPreparation;
import static org.mingzhang.command.budget.ReorganisationScene.effective;
import static org.mingzhang.command.budget.ReorganisationScene.entry;
import static org.mingzhang.command.budget.ReorganisationScene.paper;
import static org.mingzhang.command.budget.ReorganisationScene.reorganisation;
import static org.mingzhang.command.budget.ReorganisationScene.request;
import static org.mingzhang.command.budget.ReorganisationScene.submitted;
import static org.mingzhang.command.budget.ReorganisationScene.theirNetwork;
import static org.mingzhang.command.budget.ReorganisationScene.theirPaper;
import static org.mingzhang.command.budget.ReorganisationScene.then;
import static org.mingzhang.command.budget.ReorganisationScene.to;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.money;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.YearSource;

/** 划转: lines go to the budget of another department, on both sides or on none. */
class ReorganisationTest {
    private static final AdjustmentRef OURS = new AdjustmentRef(BUDGET, 1);
    private static final AdjustmentRef THEIRS = new AdjustmentRef(BUREAU, 1);

    @Test
    void each_budget_gets_a_document_that_names_the_other() {
        List<LedgerEvent> events = both().when(OFFICER, paper(5_000)).events();

        assertThat(events)
                .filteredOn(AdjustmentEvent.AdjustmentSubmitted.class::isInstance)
                .map(AdjustmentEvent.AdjustmentSubmitted.class::cast)
                .satisfiesExactly(
                        here -> {
                            assertThat(here.budget()).isEqualTo(BUDGET);
                            assertThat(here.kind()).isEqualTo(AdjustmentKind.REORGANISATION);
                            assertThat(here.stations())
                                    .containsExactly(
                                            AdjustmentStation.DEPARTMENT_REVIEW, AdjustmentStation.FINANCE_REVIEW);
                            assertThat(here.approvalDemanded()).isTrue();
                            assertThat(here.postings())
                                    .containsExactly(new Posting(
                                            key("office"),
                                            office(),
                                            Stage.FROZEN,
                                            Amount.ofYuan(5_000),
                                            DAY,
                                            "调整单第1号"));
                        },
                        there -> {
                            assertThat(there.budget()).isEqualTo(BUREAU);
                            assertThat(there.kind()).isEqualTo(AdjustmentKind.REORGANISATION);
                            assertThat(there.request().requestNumber()).isEqualTo("三编办〔2025〕3号");
                            assertThat(there.request().entries()).containsExactly(entry("paper", theirPaper(), 5_000));
                            assertThat(there.postings()).isEmpty();
                        });
        assertThat(events)
                .filteredOn(AdjustmentEvent.CounterpartLinked.class::isInstance)
                .containsExactly(
                        new AdjustmentEvent.CounterpartLinked(
                                BUDGET, 1, THEIRS, "市大数据局", true, List.of(entry("paper", theirPaper(), 5_000))),
                        new AdjustmentEvent.CounterpartLinked(
                                BUREAU, 1, OURS, "市人民政府办公室", false, List.of(entry("office", office(), -5_000))));
    }

    @Test
    void what_is_given_is_held_until_it_is_in_effect_and_then_both_have_moved() {
        Spec submitted = submitted(paper(5_000));
        assertThat(available(submitted.budget(), "office")).isEqualTo(Amount.ofYuan(45_000));
        assertThat(available(submitted.other(BUREAU), "paper")).isEqualTo(Amount.ofYuan(10_000));

        Spec effective = effective(submitted, 1);
        assertThat(available(effective.budget(), "office")).isEqualTo(Amount.ofYuan(45_000));
        assertThat(available(effective.other(BUREAU), "paper")).isEqualTo(Amount.ofYuan(15_000));
        assertThat(theirDocument(effective).status()).isEqualTo(AdjustmentStatus.EFFECTIVE);
        assertThat(theirDocument(effective).passed())
                .containsExactly(AdjustmentStation.DEPARTMENT_REVIEW, AdjustmentStation.FINANCE_REVIEW);
    }

    @Test
    void both_sides_rest_on_the_same_approval() {
        Spec reviewed = then(
                then(submitted(paper(5_000)), HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW)),
                DESK,
                review(1, AdjustmentStation.FINANCE_REVIEW));
        reviewed.when(OFFICE, new AdjustmentCommand.PutAdjustmentIntoEffect(BUDGET, 1, Optional.empty(), DAY))
                .refusedAt("documentNumber", new Refusal.ApprovalDocumentMissing());

        reviewed.when(OFFICE, effect())
                .then(
                        new AdjustmentEvent.AdjustmentTookEffect(
                                BUDGET,
                                1,
                                Optional.of(approval()),
                                DAY,
                                List.of(),
                                List.of(
                                        new Posting(
                                                key("office"),
                                                office(),
                                                Stage.FROZEN,
                                                Amount.ofYuan(-5_000),
                                                DAY,
                                                "调整单第1号"),
                                        adjusted("office", office(), -5_000))),
                        new AdjustmentEvent.AdjustmentTookEffect(
                                BUREAU,
                                1,
                                Optional.of(approval()),
                                DAY,
                                List.of(),
                                List.of(adjusted("paper", theirPaper(), 5_000))));
    }

    @Test
    void a_line_that_the_other_budget_has_not_is_made_by_the_document() {
        Classification.Expenditure furniture =
                money("2010301", "30201", "50201", ProjectCategory.OPERATING, ReorganisationScene.BUREAU_UNIT);
        Spec effective = effective(
                submitted(reorganisation(
                        List.of(entry("office", office(), -5_000)), to(BUREAU, entry("new", furniture, 5_000)))),
                1);

        assertThat(available(effective.other(BUREAU), "new")).isEqualTo(Amount.ofYuan(5_000));
        both().when(
                        OFFICER,
                        reorganisation(
                                List.of(entry("office", office(), -5_000)), to(BUREAU, entry("new", office(), 5_000))))
                .refusedAt("other[0].unit", new Refusal.UnitUnknown(Scene.OFFICE_UNIT.code()));
    }

    @Test
    void money_of_a_project_says_what_becomes_of_its_targets_on_each_side() {
        List<AdjustmentEntry> giving = List.of(entry("net", network(), -10_000));
        OtherSide silent = to(BUREAU, entry("net", theirNetwork(), 10_000));
        both().when(OFFICER, reorganisation(giving, silent, unaffected(NETWORK)))
                .refusedAt("performance", new Refusal.PerformanceMissing(NETWORK, "电子政务网络"));
        both().when(
                        OFFICER,
                        reorganisation(giving, new OtherSide(BUREAU, silent.entries(), List.of(unaffected(NETWORK)))))
                .refusedAt("performance", new Refusal.PerformanceMissing(NETWORK, "电子政务网络"));

        then(
                both(),
                OFFICER,
                reorganisation(
                        giving,
                        new OtherSide(BUREAU, silent.entries(), List.of(unaffected(NETWORK))),
                        unaffected(NETWORK)));
    }

    @Test
    void a_project_that_the_other_budget_has_not_comes_along_with_its_targets() {
        List<Indicator> targets = Scene.fourGroups();
        AdjustmentEntry theirs = entry("call", hotline(ReorganisationScene.BUREAU_UNIT), 30_000);
        AdjustmentCommand asked = reorganisation(
                List.of(entry("call", Scene.hotline(1).classification(), -30_000)),
                new OtherSide(BUREAU, List.of(theirs), List.of(unaffected(HOTLINE))),
                unaffected(HOTLINE));
        Spec before =
                both().and(DEPARTMENT, new TargetEvent.ProjectTargetsSet(BUDGET, HOTLINE, List.of(), targets, ""));
        Spec submitted = then(before, OFFICER, asked);
        assertThat(submitted.other(BUREAU).content().projects().has(HOTLINE)).isFalse();

        Content now = effective(submitted, 1).other(BUREAU).content();
        assertThat(now.projects().get(HOTLINE))
                .contains(new Project(
                        HOTLINE,
                        Scene.HOTLINE_PROJECT.name(),
                        Scene.HOTLINE_PROJECT.category(),
                        ReorganisationScene.BUREAU_UNIT,
                        ""));
        assertThat(now.targetsOf(HOTLINE)).isEqualTo(targets);
        ProjectCode nowhere = new ProjectCode("41120025000000044999");
        both().when(
                        OFFICER,
                        reorganisation(
                                List.of(entry("office", office(), -1)),
                                new OtherSide(BUREAU, List.of(entry("x", ofNetwork(nowhere), 1)), List.of())))
                .refused(new Refusal.ProjectUnknown(nowhere), new Refusal.PerformanceMissing(nowhere, ""));
    }

    private static Classification.Expenditure hotline(UnitCode unit) {
        return Scene.ofProject(HOTLINE, ProjectCategory.OTHER_OPERATIONS, unit, "30227", "50205");
    }

    private static Classification.Expenditure ofNetwork(ProjectCode project) {
        return Scene.ofProject(
                project, ProjectCategory.OTHER_OPERATIONS, ReorganisationScene.BUREAU_UNIT, "30227", "50205");
    }

    @Test
    void what_is_given_equals_what_is_gained() {
        both().when(
                        OFFICER,
                        reorganisation(
                                List.of(entry("office", office(), -5_000)),
                                to(BUREAU, entry("paper", theirPaper(), 4_999))))
                .refusedAt("entries", new Refusal.ShiftUnbalanced(Amount.ofYuan(5_000), Amount.ofYuan(4_999)));
        both().when(
                        OFFICER,
                        reorganisation(
                                List.of(entry("office", office(), -5_000)),
                                new OtherSide(BUREAU, List.of(), List.of())))
                .refusedAt("entries", new Refusal.NoEntries());
    }

    @Test
    void the_fund_stays_the_same() {
        Classification.Expenditure fund = new Classification.Expenditure(
                ReorganisationScene.BUREAU_UNIT,
                theirPaper().function(),
                ProjectCategory.OPERATING,
                Optional.empty(),
                theirPaper().deptEconomic(),
                theirPaper().govEconomic(),
                FundType.GOVERNMENT_FUND,
                YearSource.CURRENT,
                false);

        assertThat(both().when(
                                OFFICER,
                                reorganisation(
                                        List.of(entry("office", office(), -5_000)),
                                        to(BUREAU, entry("new", fund, 5_000))))
                        .objections())
                .extracting(Decision.Objection::refusal)
                .contains(new Refusal.FundChanges(FundType.GENERAL_PUBLIC, YearSource.CURRENT, Amount.ofYuan(-5_000)));
    }

    @Test
    void one_side_gives_and_the_other_gains() {
        both().when(
                        OFFICER,
                        reorganisation(
                                List.of(entry("office", office(), 5_000)),
                                to(BUREAU, entry("paper", theirPaper(), -5_000))))
                .refused(
                        new Refusal.DirectionDiffers(
                                paper(1).request().direction(), key("office"), Amount.ofYuan(5_000)),
                        new Refusal.DirectionDiffers(
                                paper(1).request().direction(), key("paper"), Amount.ofYuan(-5_000)));
    }

    @Test
    void no_more_than_is_available_is_given_and_nothing_is_promised_twice() {
        both().when(OFFICER, paper(50_001))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.NotAvailable(key("office"), Amount.ofYuan(50_000), Amount.ofYuan(50_001)));
        Spec all = submitted(paper(50_000));
        all.when(OFFICER, paper(1))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.HeldByDocuments(
                                key("office"), Amount.ZERO, Amount.ofYuan(1), Amount.ofYuan(50_000)));
    }

    @Test
    void the_other_budget_is_of_another_department_of_the_same_division_and_year() {
        refusedAtCounterpart(both(), BUDGET, new Refusal.CounterpartIsItself(BUDGET));
        for (String elsewhere : List.of("411200-104-2026", "411300-104-2025")) {
            BudgetId other = BudgetId.parse(elsewhere);
            refusedAtCounterpart(
                    both(),
                    other,
                    new Refusal.CounterpartElsewhere(other, new DivisionCode("411200"), new FiscalYear(2025)));
        }
    }

    @Test
    void the_other_budget_is_approved_and_not_closed() {
        Spec alone = given(AdjustmentScene.executing());
        refusedAtCounterpart(alone, BUREAU, new Refusal.CounterpartNotApproved(BUREAU, Phase.NOT_OPENED));
        refusedAtCounterpart(
                alone.and(DEPARTMENT, bureauInPreparation()),
                BUREAU,
                new Refusal.CounterpartNotApproved(BUREAU, Phase.PREPARING));
        refusedAtCounterpart(
                both(new ExecutionEvent.YearClosed(BUREAU, DAY, approval(), "")),
                BUREAU,
                new Refusal.CounterpartClosed(BUREAU, DAY));
    }

    @Test
    void another_budget_is_named_where_the_document_moves_it_and_nowhere_else() {
        both().when(OFFICER, new AdjustmentCommand.SubmitAdjustment(BUDGET, paper(1).request()))
                .refusedAt("counterpart", new Refusal.CounterpartMissing());
        both().when(
                        OFFICER,
                        new AdjustmentCommand.SubmitReorganisation(
                                BUDGET,
                                AdjustmentScene.toNetwork(1).made(),
                                to(BUREAU, entry("paper", theirPaper(), 1)),
                                List.of()))
                .refusedAt("counterpart", new Refusal.CounterpartNotAsked());
    }

    @Test
    void it_is_decided_on_in_the_budget_that_gives_and_the_other_follows() {
        Spec submitted = submitted(paper(5_000));
        Refusal follows = new Refusal.FollowsAnother(1, BUDGET, 1);
        Spec there = ReorganisationScene.both();
        for (AdjustmentCommand.OnDocument command : List.of(
                new AdjustmentCommand.ReviewAdjustment(
                        BUREAU, 1, AdjustmentStation.DEPARTMENT_REVIEW, Optional.empty(), ""),
                new AdjustmentCommand.ReturnAdjustment(BUREAU, 1, "不接收"),
                new AdjustmentCommand.RejectAdjustment(BUREAU, 1, "不接收"),
                new AdjustmentCommand.WithdrawAdjustment(BUREAU, 1, "不接收"),
                new AdjustmentCommand.ReverseAdjustment(BUREAU, 1, "不接收", DAY),
                new AdjustmentCommand.PutAdjustmentIntoEffect(BUREAU, 1, Optional.of(approval()), DAY))) {
            assertThat(submitted.seenFrom(BUREAU).when(HEAD, command).objections())
                    .containsExactly(new Decision.Objection(0, "", follows));
        }
        assertThat(there.other(BUREAU).execution().adjustments().isEmpty()).isTrue();
    }

    @Test
    void the_maker_decides_on_neither_side() {
        submitted(paper(5_000))
                .when(
                        Actor.of(OFFICER.login(), "李经办", Role.DEPARTMENT_HEAD),
                        review(1, AdjustmentStation.DEPARTMENT_REVIEW))
                .refused(new Refusal.SamePerson(OFFICER.login()));
    }

    @Test
    void return_withdrawal_and_rejection_give_it_free_and_end_both_documents() {
        Spec submitted = submitted(paper(5_000));
        Map<AdjustmentStatus, Spec> ends = Map.of(
                AdjustmentStatus.RETURNED,
                then(submitted, HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "缺文件")),
                AdjustmentStatus.REJECTED,
                then(submitted, HEAD, new AdjustmentCommand.RejectAdjustment(BUDGET, 1, "不予支持")),
                AdjustmentStatus.WITHDRAWN,
                then(submitted, OFFICER, new AdjustmentCommand.WithdrawAdjustment(BUDGET, 1, "重办")));
        ends.forEach((status, ended) -> {
            assertThat(available(ended.budget(), "office")).isEqualTo(Amount.ofYuan(50_000));
            assertThat(ourDocument(ended).status()).isEqualTo(status);
            assertThat(theirDocument(ended).status()).isEqualTo(status);
        });
    }

    @Test
    void a_returned_one_is_taken_up_again_on_both_sides_and_only_where_it_leads() {
        Spec returned = then(submitted(paper(5_000)), HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "缺文件"));
        AdjustmentCommand mended = new AdjustmentCommand.SubmitReorganisation(
                BUDGET,
                request(List.of(entry("office", office(), -4_000)), Optional.of(1)),
                to(BUREAU, entry("paper", theirPaper(), 4_000)),
                List.of());
        Spec again = then(returned, OFFICER, mended);
        assertThat(again.other(BUREAU)
                        .execution()
                        .adjustments()
                        .get(2)
                        .orElseThrow()
                        .request()
                        .mends())
                .contains(1);

        var there = new AdjustmentCommand.SubmitReorganisation(
                BUREAU,
                request(List.of(entry("paper", theirPaper(), -1)), Optional.of(1)),
                to(BUDGET, entry("office", office(), 1)),
                List.of());
        returned.seenFrom(BUREAU).when(OFFICER, there).refusedAt("mends", new Refusal.FollowsAnother(1, BUDGET, 1));
    }

    @Test
    void its_reverse_holds_what_the_other_gives_back_and_reverses_both() {
        Spec effective = effective(submitted(paper(5_000)), 1);
        Spec reversing = then(effective, OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "划转有误", DAY));
        assertThat(available(reversing.other(BUREAU), "paper")).isEqualTo(Amount.ofYuan(10_000));
        assertThat(available(reversing.budget(), "office")).isEqualTo(Amount.ofYuan(45_000));
        assertThat(theirDocument(reversing, 2).request().reverses()).contains(1);

        Spec reversed = effective(reversing, 2);
        assertThat(available(reversed.budget(), "office")).isEqualTo(Amount.ofYuan(50_000));
        assertThat(available(reversed.other(BUREAU), "paper")).isEqualTo(Amount.ofYuan(10_000));
        reversed.when(OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "再次", DAY))
                .refusedAt("reverses", new Refusal.AlreadyReversed(1, 2));
    }

    @Test
    void what_the_other_has_spent_is_not_taken_back() {
        Spec spent = effective(submitted(paper(5_000)), 1)
                .and(
                        OFFICE,
                        new ExecutionEvent.LineFrozen(
                                BUREAU,
                                key("paper"),
                                Amount.ofYuan(12_000),
                                Optional.empty(),
                                "压减",
                                Optional.empty(),
                                List.of(new Posting(
                                        key("paper"), theirPaper(), Stage.FROZEN, Amount.ofYuan(12_000), DAY, "冻结"))));

        spent.when(OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "有误", DAY))
                .refusedAt(
                        "other[0].amount",
                        new Refusal.NotAvailable(key("paper"), Amount.ofYuan(3_000), Amount.ofYuan(5_000)));
    }

    @Test
    void one_side_alone_is_never_taken_back() {
        Spec effective = effective(submitted(paper(5_000)), 1);
        var oneSided = new AdjustmentCommand.SubmitAdjustment(
                BUDGET,
                AdjustmentScene.supplement(SupplementSource.RESERVE, entry("office", office(), 5_000))
                        .reversing(1)
                        .made());

        effective.when(OFFICER, oneSided).refusedAt("counterpart", new Refusal.CounterpartMissing());
    }

    @Test
    void files_come_with_both_documents() {
        Attachment file = new Attachment("方案.pdf", "application/pdf", 1, "a".repeat(64));
        List<LedgerEvent> events = both().when(
                        OFFICER,
                        new AdjustmentCommand.WithAttachments(
                                paper(5_000), List.of(new OfferedFile(file, Optional.empty()))))
                .events();

        assertThat(events)
                .filteredOn(AdjustmentEvent.AttachmentAdded.class::isInstance)
                .extracting(LedgerEvent::stream)
                .containsExactly(BUDGET.toString(), BUREAU.toString());
    }

    @Test
    void it_rests_on_both_budgets_and_its_submission_on_the_funds_as_well() {
        Spec submitted = submitted(paper(5_000));

        assertThat(Beside.of(paper(1), both().budget())).isEqualTo(new Beside(true, Set.of(BUREAU)));
        assertThat(Beside.of(review(1, AdjustmentStation.DEPARTMENT_REVIEW), submitted.budget()))
                .isEqualTo(new Beside(false, Set.of(BUREAU)));
        assertThat(Beside.of(new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "有误", DAY), submitted.budget()))
                .isEqualTo(new Beside(true, Set.of(BUREAU)));
    }

    @Test
    void a_year_is_not_closed_over_a_document_that_gains() {
        Spec there = submitted(paper(5_000)).seenFrom(BUREAU).on(DAY.withMonth(12));

        assertThat(there.when(OFFICE, new ExecutionCommand.CloseYear(BUREAU, DAY.withMonth(12), approval()))
                        .objections())
                .extracting(Decision.Objection::refusal)
                .contains(new Refusal.AdjustmentsOpen(List.of(1)));
    }

    @Test
    void a_dry_run_foresees_what_posting_does_to_both_wherever_it_is_looked_at() {
        Spec submitted = submitted(paper(5_000));
        List<LedgerEvent> posted = Stream.of(BUDGET, BUREAU)
                .flatMap(id -> dryRun(submitted, id).stream())
                .toList();
        Spec foreseen = submitted;
        for (LedgerEvent event : posted) {
            foreseen = foreseen.and(OFFICE, event);
        }
        Spec effective = effective(submitted, 1);

        for (String line : List.of("office", "wage")) {
            assertThat(available(foreseen.budget(), line)).isEqualTo(available(effective.budget(), line));
        }
        assertThat(available(foreseen.other(BUREAU), "paper")).isEqualTo(available(effective.other(BUREAU), "paper"));
        assertThat(dryRunElsewhere(submitted, BUREAU)).isEqualTo(dryRun(submitted, BUDGET));
    }

    private static List<LedgerEvent> dryRun(Spec now, BudgetId home) {
        DryRun run = run(now, home);
        assertThat(run.toEffect(1)).isEmpty();
        return run.events().stream().<LedgerEvent>map(Envelope::message).toList();
    }

    private static List<LedgerEvent> dryRunElsewhere(Spec now, BudgetId home) {
        DryRun run = run(now, home);
        assertThat(run.toEffect(1)).isEmpty();
        return run.elsewhere().stream().<LedgerEvent>map(Envelope::message).toList();
    }

    private static DryRun run(Spec now, BudgetId home) {
        return new DryRun(now.seenFrom(home).states(), DAY, envelope -> now.policy());
    }

    private static void refusedAtCounterpart(Spec now, BudgetId other, Refusal refusal) {
        now.when(
                        OFFICER,
                        reorganisation(
                                List.of(entry("office", office(), -1)), to(other, entry("paper", theirPaper(), 1))))
                .refusedAt("counterpart", refusal);
    }

    private static AdjustmentCommand effect() {
        return new AdjustmentCommand.PutAdjustmentIntoEffect(BUDGET, 1, Optional.of(approval()), DAY);
    }

    private static Posting adjusted(String line, Classification.Expenditure money, long yuan) {
        return new Posting(
                key(line),
                money,
                Stage.ADJUSTED,
                Amount.ofYuan(yuan),
                DAY,
                approval().documentNumber());
    }

    private static FiledAdjustment ourDocument(Spec spec) {
        return spec.budget().execution().adjustments().get(1).orElseThrow();
    }

    private static FiledAdjustment theirDocument(Spec spec) {
        return theirDocument(spec, 1);
    }

    private static FiledAdjustment theirDocument(Spec spec, int number) {
        return spec.other(BUREAU).execution().adjustments().get(number).orElseThrow();
    }
}
