package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.FiledAdjustment;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.web.Rehearsal;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.execution.Impact;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.feed.FactFeed;

/** The sample in a running application, where documents are foreseen and then posted. */
record ForeseenScene(RunningApplication application) {
    static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    static final Actor MAKER = Actor.of("finance", "经办", Role.DEPARTMENT_FINANCE);
    static final Actor HEAD = Actor.of("head", "负责人", Role.DEPARTMENT_HEAD);
    static final Actor OFFICE = Actor.of("office", "预算科", Role.BUDGET_OFFICE);
    static final Basis DOCUMENT = new Basis("三财预〔2025〕66号", "批复", "三门峡市财政局", DAY, true);

    BudgetCommands commands() {
        return application.context().getBean(BudgetCommands.class);
    }

    long head() {
        return application.context().getBean(EventLog.class).head();
    }

    /** As adjusted, with everything that is recorded. */
    BudgetFacts facts(BudgetId budget) {
        long head = head();
        assertThat(application.context().getBean(FactFeed.class).await(head, Duration.ofSeconds(20)))
                .isTrue();
        return application
                .context()
                .getBean(FactReader.class)
                .load(budget, head, TableBasis.ADJUSTED)
                .orElseThrow();
    }

    List<LineBalances.Balance> balances() {
        return application
                .context()
                .getBean(LineBalances.class)
                .of(BUDGET, facts(BUDGET).position());
    }

    /** What is said of a document before it is submitted; nothing may speak against it. */
    Rehearsal.Rehearsed rehearsed(AdjustmentCommand command) {
        Rehearsal.Rehearsed rehearsed = application
                .context()
                .getBean(Rehearsal.class)
                .of(new Envelope<>(UUID.randomUUID(), MAKER, TODAY, command), Locale.SIMPLIFIED_CHINESE);
        assertThat(rehearsed.against()).as("%s", command).isEmpty();
        return rehearsed;
    }

    List<Impact.Change> changes(BudgetFacts before, BudgetFacts after) {
        return Impact.between(
                application.context().getBean(DisclosureTables.class).templates(), before, after);
    }

    int documents() {
        return commands().current(BUDGET).budget().execution().adjustments().size();
    }

    FiledAdjustment document(int number) {
        return commands()
                .current(BUDGET)
                .budget()
                .execution()
                .adjustments()
                .get(number)
                .orElseThrow();
    }

    /** Takes a document through its stations into effect. */
    void pass(int number) {
        List<AdjustmentStation> stations = document(number).stations();
        for (AdjustmentStation station : stations) {
            submit(
                    station == AdjustmentStation.DEPARTMENT_REVIEW ? HEAD : OFFICE,
                    new AdjustmentCommand.ReviewAdjustment(BUDGET, number, station, Optional.of(DOCUMENT), ""));
        }
        submit(
                stations.size() == 1 ? HEAD : OFFICE,
                new AdjustmentCommand.PutAdjustmentIntoEffect(BUDGET, number, Optional.of(DOCUMENT), DAY));
    }

    void submit(Actor actor, LedgerCommand command) {
        assertThat(tried(actor, command)).as("%s", command).isInstanceOf(Outcome.Done.class);
    }

    Outcome tried(Actor actor, LedgerCommand command) {
        return commands()
                .submit(BudgetCommands.Submission.of(new Envelope<>(UUID.randomUUID(), actor, TODAY, command)));
    }
}
