package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.source;
import static org.mingzhang.command.budget.AdjustmentScene.sourced;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.FundsScene.FUNDS;
import static org.mingzhang.command.budget.FundsScene.RESERVE;
import static org.mingzhang.command.budget.FundsScene.correction;
import static org.mingzhang.command.budget.FundsScene.then;
import static org.mingzhang.command.budget.FundsScene.wage;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SupplementSource;

/** A source is registered with its document, grows, is corrected, and is never less than was promised from it. */
class FundsSourcesTest {
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
}
