package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.NETWORK;
import static org.mingzhang.command.budget.AdjustmentScene.approval;
import static org.mingzhang.command.budget.AdjustmentScene.effect;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.network;
import static org.mingzhang.command.budget.AdjustmentScene.numberOf;
import static org.mingzhang.command.budget.AdjustmentScene.office;
import static org.mingzhang.command.budget.AdjustmentScene.reduction;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.source;
import static org.mingzhang.command.budget.AdjustmentScene.sourced;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.kernel.value.YearSource;

/** Where supplements come from: no more than there is, and not for anything else. */
class FundsRulesTest {
    private static final FundsId FUNDS = FundsId.of(BUDGET);
    private static final int RESERVE = numberOf(SupplementSource.RESERVE);
    private static final int NEXT = SupplementSource.values().length + 1;

    @Test
    void the_budget_office_registers_a_source_with_its_document() {
        FundsSource reserve = source(SupplementSource.RESERVE, "2025年预备费");
        var command = new FundsCommand.RegisterSource(FUNDS, reserve, Amount.ofYuan(500));

        given().when(OFFICE, command).then(sourced(1, reserve, 500));
        given().when(DESK, command).refused(new Refusal.RoleNotAllowed(Role.SECTOR_DESK, Set.of(Role.BUDGET_OFFICE)));
        given().when(OFFICE, new FundsCommand.RegisterSource(FUNDS, reserve, Amount.ZERO))
                .refusedAt("amount", new Refusal.AmountNotPositive(Amount.ZERO));
        given().when(
                        OFFICE,
                        new FundsCommand.RegisterSource(
                                FUNDS, source(SupplementSource.RESERVE, "=1+1"), Amount.ofYuan(500)))
                .refusedAt("name", new Refusal.TextActive("=1+1"));
        given(sourced(1, reserve, 500))
                .when(OFFICE, command)
                .refusedAt("documentNumber", new Refusal.SourceKnown(1, "三财预〔2025〕50号"));
        given().on(DAY.minusDays(1))
                .when(OFFICE, command)
                .refusedAt("date", new Refusal.DayAhead(DAY, DAY.minusDays(1)));
    }

    @Test
    void more_comes_to_a_source_and_what_was_said_of_it_is_corrected_with_a_reason() {
        Basis more = new Basis("三财预〔2025〕60号", "追加预备费", "三门峡市财政局", DAY, true);
        Spec one = given(sourced(1, source(SupplementSource.RESERVE, "预备费"), 500));
        Spec two = then(one, OFFICE, new FundsCommand.IncreaseSource(FUNDS, 1, Amount.ofYuan(100), more, ""));

        assertThat(two.funds().source(1).orElseThrow().granted()).isEqualTo(Amount.ofYuan(600));
        two.when(OFFICE, correction(1, 600, "")).refusedAt("reason", new Refusal.ReasonMissing());
        two.when(OFFICE, correction(7, 600, "更正")).refusedAt("source", new Refusal.SourceUnknown(7));
        Spec corrected = then(two, OFFICE, correction(1, 450, "多登记了"));
        assertThat(corrected.funds().source(1).orElseThrow().left()).isEqualTo(Amount.ofYuan(450));
        corrected.when(OFFICE, correction(1, 450, "多登记了")).nothingChanges();
    }

    @Test
    void a_source_cannot_become_less_than_is_held_and_drawn() {
        Spec held = then(given(executing()), OFFICER, submit(supplement(SupplementSource.RESERVE, wage(5_000))));

        held.when(OFFICE, correction(RESERVE, 4_999, "更正"))
                .refusedAt("amount", new Refusal.SourceBelowUsed(RESERVE, Amount.ofYuan(4_999), Amount.ofYuan(5_000)));
        then(held, OFFICE, correction(RESERVE, 5_000, "更正"));
    }

    @Test
    void a_supplement_holds_its_source_from_submission_and_draws_it_at_effect() {
        Spec submitted = then(given(executing()), OFFICER, submit(supplement(SupplementSource.RESERVE, wage(5_000))));
        assertThat(reserve(submitted).reserved()).isEqualTo(Amount.ofYuan(5_000));
        assertThat(reserve(submitted).left()).isEqualTo(Amount.ofYuan(995_000));

        Spec effective = effective(submitted, 1);
        assertThat(reserve(effective).reserved()).isEqualTo(Amount.ZERO);
        assertThat(reserve(effective).drawn()).isEqualTo(Amount.ofYuan(5_000));
        assertThat(effective
                        .budget()
                        .execution()
                        .available(key("wage"), effective.budget().content()))
                .isEqualTo(Amount.ofYuan(105_000));
    }

    @Test
    void a_supplement_that_comes_with_files_holds_its_source_as_well() {
        AdjustmentCommand alone = submit(supplement(SupplementSource.RESERVE, wage(5_000)));
        Attachment paper = new Attachment("测算.pdf", "application/pdf", 1, "a".repeat(64));
        AdjustmentCommand with =
                new AdjustmentCommand.WithAttachments(alone, List.of(new OfferedFile(paper, Optional.empty())));
        Spec before = given(executing());

        assertThat(Beside.of(with, before.budget())).isEqualTo(new Beside(true, Set.of()));
        assertThat(reserve(then(before, OFFICER, with)).reserved()).isEqualTo(Amount.ofYuan(5_000));
    }

    @Test
    void a_dry_run_draws_on_the_source_and_finds_it_empty() {
        Spec now = given(executing());
        DryRun run = new DryRun(new States(BUDGET, now.budget(), now.funds(), Map.of()), DAY, envelope -> now.policy());
        Envelope<BudgetCommand> most = new Envelope<>(
                new UUID(1, 3), OFFICER, DAY, submit(supplement(SupplementSource.RESERVE, wage(600_000))));

        assertThat(run.decide(most)).isInstanceOf(Decision.Accepted.class);
        assertThat(run.toEffect(1)).isEmpty();
        assertThat(run.decide(most))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.objections())
                                .extracting(Decision.Objection::refusal)
                                .hasOnlyElementsOfType(Refusal.SourceExhausted.class));
    }

    @Test
    void return_withdrawal_and_rejection_give_it_free() {
        Spec submitted = then(given(executing()), OFFICER, submit(supplement(SupplementSource.RESERVE, wage(5_000))));
        for (Spec ended : List.of(
                then(submitted, HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "缺测算")),
                then(submitted, HEAD, new AdjustmentCommand.RejectAdjustment(BUDGET, 1, "不予支持")),
                then(submitted, OFFICER, new AdjustmentCommand.WithdrawAdjustment(BUDGET, 1, "重新测算")))) {
            assertThat(reserve(ended).left()).isEqualTo(Amount.ofYuan(1_000_000));
        }
    }

    @Test
    void more_than_is_left_is_refused_with_the_numbers() {
        Spec held = then(given(executing()), OFFICER, submit(supplement(SupplementSource.RESERVE, wage(999_000))));

        held.when(OFFICER, submit(supplement(SupplementSource.RESERVE, wage(1_001))))
                .refusedAt(
                        "sourceNumber",
                        new Refusal.SourceExhausted(RESERVE, "来源预备费", Amount.ofYuan(1_000), Amount.ofYuan(1_001)));
        then(held, OFFICER, submit(supplement(SupplementSource.RESERVE, wage(1_000))));
    }

    @Test
    void a_supplement_names_the_source_itself_and_the_rest_follows_from_it() {
        given(executing())
                .when(
                        OFFICER,
                        submit(supplement(SupplementSource.RESERVE, wage(1)).fromNowhere()))
                .refusedAt("sourceNumber", new Refusal.SourceNumberMissing(SupplementSource.RESERVE));
        given(executing())
                .when(
                        OFFICER,
                        submit(supplement(SupplementSource.TRANSFER, wage(1)).from(99)))
                .refusedAt("sourceNumber", new Refusal.SourceUnknown(99));
        var said = submitted(given(executing())
                .when(
                        OFFICER,
                        submit(supplement(SupplementSource.TRANSFER, wage(1)).from(RESERVE))));
        assertThat(said.kind()).isEqualTo(AdjustmentKind.SUPPLEMENT_FROM_RESERVE);
        assertThat(said.request().source()).contains(SupplementSource.RESERVE);
        assertThat(said.request().sourceNote()).isEqualTo("来源预备费 三财预〔2025〕50号");
        given(executing())
                .when(
                        OFFICER,
                        submit(shift(wage(-1), entry("office", office(), 1)).from(RESERVE)))
                .refusedAt("sourceNumber", new Refusal.SourceNotAsked());
    }

    @Test
    void the_fund_type_of_the_source_is_that_of_the_lines() {
        FundsSource other = with(FundType.GOVERNMENT_FUND, Optional.empty(), false);

        given(executing(sourced(NEXT, other, 500)))
                .when(
                        OFFICER,
                        submit(supplement(SupplementSource.TRANSFER, wage(1)).from(NEXT)))
                .refusedAt(
                        "entries[0].line",
                        new Refusal.SourceFundDiffers(key("wage"), FundType.GOVERNMENT_FUND, FundType.GENERAL_PUBLIC));
    }

    @Test
    void a_special_transfer_goes_to_its_purpose_and_stays_there() {
        FundsSource special = with(FundType.GENERAL_PUBLIC, Optional.of(NETWORK.value()), false);
        Spec before = given(executing(sourced(NEXT, special, 500_000)));
        before.when(
                        OFFICER,
                        submit(supplement(SupplementSource.TRANSFER, wage(1)).from(NEXT)))
                .refusedAt("entries[0].line", new Refusal.SourcePurposeDiffers(key("wage"), "专项", NETWORK.value()));
        Spec given = effective(
                then(
                        before,
                        OFFICER,
                        submit(supplement(SupplementSource.TRANSFER, net(20_000))
                                .from(NEXT)
                                .saying(unaffected(NETWORK)))),
                1);

        given.when(
                        OFFICER,
                        submit(shift(net(-30_001), entry("office", office(), 30_001))
                                .saying(unaffected(NETWORK))))
                .refusedAt(
                        "entries",
                        new Refusal.TransferKeepsPurpose(
                                "专项", NETWORK.value(), Amount.ofYuan(20_000), Amount.ofYuan(19_999)));
        then(
                given,
                OFFICER,
                submit(shift(net(-30_000), entry("office", office(), 30_000)).saying(unaffected(NETWORK))));
    }

    @Test
    void a_transfer_that_has_to_be_matched_makes_the_budget_larger_and_is_a_revision() {
        FundsSource matched = with(FundType.GENERAL_PUBLIC, Optional.empty(), true);

        assertThat(submitted(given(executing(sourced(NEXT, matched, 500)))
                                .when(
                                        OFFICER,
                                        submit(supplement(SupplementSource.TRANSFER, wage(1))
                                                .from(NEXT))))
                        .kind())
                .isEqualTo(AdjustmentKind.SUPPLEMENT_BY_REVISION);
    }

    @Test
    void the_reverse_of_a_supplement_gives_back_to_the_source() {
        Spec drawn = effective(
                then(given(executing()), OFFICER, submit(supplement(SupplementSource.RESERVE, wage(5_000)))), 1);
        Spec reversing = then(drawn, OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "有误", DAY));
        assertThat(reserve(reversing).drawn()).isEqualTo(Amount.ofYuan(5_000));

        Spec reversed = effective(reversing, 2);
        assertThat(reserve(reversed).left()).isEqualTo(Amount.ofYuan(1_000_000));
        reversed.when(OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 2, "仍要", DAY))
                .refusedAt("number", new Refusal.ReverseOfReverse(2, 1));
    }

    @Test
    void a_reduction_comes_back_to_be_allocated_anew_and_its_reverse_takes_it_again() {
        Spec reduced = effective(then(given(executing()), OFFICER, submit(reduction(wage(-8_000)))), 1);
        FundsBalance back = reduced.funds().source(NEXT).orElseThrow();
        assertThat(back.left()).isEqualTo(Amount.ofYuan(8_000));
        assertThat(back.said().kind()).isEqualTo(SupplementSource.UNALLOCATED);
        assertThat(back.said().basis()).isEqualTo(approval());
        assertThat(reduced.funds().recovered().get(new AdjustmentRef(BUDGET, 1)))
                .contains(List.of(NEXT));

        var reverse = new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "有误", DAY);
        Spec spent = then(
                reduced,
                OFFICER,
                submit(supplement(SupplementSource.UNALLOCATED, wage(1)).from(NEXT)));
        spent.when(OFFICER, reverse)
                .refusedAt(
                        "sourceNumber",
                        new Refusal.SourceExhausted(
                                NEXT, back.said().name(), Amount.ofYuan(7_999), Amount.ofYuan(8_000)));
        Spec reversed = effective(then(reduced, OFFICER, reverse), 2);
        assertThat(reversed.funds().source(NEXT).orElseThrow().left()).isEqualTo(Amount.ZERO);
        assertThat(reversed.budget()
                        .execution()
                        .available(key("wage"), reversed.budget().content()))
                .isEqualTo(Amount.ofYuan(100_000));
    }

    @Test
    void a_document_of_an_earlier_release_that_names_only_the_kind_takes_effect_without_a_source() {
        Spec now = then(given(executing()), OFFICER, submit(supplement(SupplementSource.RESERVE, wage(5_000))));
        Spec earlier = given(executing())
                .and(
                        OFFICER,
                        submitted(given(executing())
                                .when(OFFICER, submit(supplement(SupplementSource.RESERVE, wage(5_000))))));
        assertThat(reserve(now).left()).isNotEqualTo(reserve(earlier).left());

        Spec effective = effective(earlier, 1);
        assertThat(reserve(effective).drawn()).isEqualTo(Amount.ZERO);
        assertThat(effective
                        .budget()
                        .execution()
                        .available(key("wage"), effective.budget().content()))
                .isEqualTo(Amount.ofYuan(105_000));
        Spec reversed =
                effective(then(effective, OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "有误", DAY)), 2);
        assertThat(reserve(reversed).left()).isEqualTo(Amount.ofYuan(1_000_000));
    }

    @Test
    void what_happens_to_the_funds_is_said_with_what_happens_to_the_budget() {
        List<LedgerEvent> events = given(executing())
                .when(OFFICER, submit(supplement(SupplementSource.RESERVE, wage(5_000))))
                .events();

        assertThat(events)
                .extracting(LedgerEvent::stream)
                .containsExactly(BUDGET.toString(), BUDGET.toString(), FUNDS.toString());
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        FundsEvent.SourceReserved.class,
                        held -> assertThat(held.document()).isEqualTo(new AdjustmentRef(BUDGET, 1)));
    }

    private static AdjustmentEntry wage(long yuan) {
        return entry("wage", wages(1), yuan);
    }

    private static AdjustmentEntry net(long yuan) {
        return entry("net", network(), yuan);
    }

    private static FundsSource with(FundType fund, Optional<String> project, boolean matching) {
        return new FundsSource(
                SupplementSource.TRANSFER,
                "专项",
                fund,
                "",
                Optional.empty(),
                project.map(ProjectCode::new),
                matching,
                Optional.empty(),
                approval());
    }

    private static FundsCommand correction(int source, long yuan, String reason) {
        return new FundsCommand.CorrectSource(FUNDS, source, "更正后", "", Amount.ofYuan(yuan), approval(), reason);
    }

    private static FundsBalance reserve(Spec spec) {
        return spec.funds().source(RESERVE).orElseThrow();
    }

    private static AdjustmentEvent.AdjustmentSubmitted submitted(Spec.Answer answer) {
        return (AdjustmentEvent.AdjustmentSubmitted) answer.events().getFirst();
    }

    private static Spec then(Spec spec, Actor actor, AdjustmentCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    private static Spec then(Spec spec, Actor actor, FundsCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    /** Past every station and into effect. */
    private static Spec effective(Spec spec, int number) {
        Spec now = spec;
        FiledAdjustment filed =
                spec.budget().execution().adjustments().get(number).orElseThrow();
        for (var station : filed.stations()) {
            now = switch (station) {
                case DEPARTMENT_REVIEW -> then(now, HEAD, review(number, station));
                case FINANCE_REVIEW -> then(now, DESK, review(number, station));
                case GOVERNMENT_DECISION, STANDING_COMMITTEE ->
                    then(
                            now,
                            OFFICE,
                            new AdjustmentCommand.ReviewAdjustment(
                                    BUDGET, number, station, Optional.of(approval()), ""));
            };
        }
        return then(now, OFFICE, effect(number));
    }

    @Test
    void carried_over_money_goes_to_lines_of_carried_over_money_and_no_other_does() {
        given(executing())
                .when(OFFICER, submit(supplement(SupplementSource.CARRY_OVER, entry("wage", wages(1), 1_000))))
                .refusedAt(
                        "entries[0].line",
                        new Refusal.SourceYearDiffers(key("wage"), SupplementSource.CARRY_OVER, YearSource.CURRENT));
        given(executing())
                .when(
                        OFFICER,
                        submit(supplement(
                                SupplementSource.RESERVE, entry("old", AdjustmentScene.carriedOver(), 1_000))))
                .refusedAt(
                        "entries[0].line",
                        new Refusal.SourceYearDiffers(key("old"), SupplementSource.RESERVE, YearSource.CARRY_OVER));
        assertThat(given(executing())
                        .when(
                                OFFICER,
                                submit(supplement(
                                        SupplementSource.CARRY_OVER,
                                        entry("old", AdjustmentScene.carriedOver(), 1_000))))
                        .events())
                .isNotEmpty();
    }
}
