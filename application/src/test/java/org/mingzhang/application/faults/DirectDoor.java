package org.mingzhang.application.faults;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.LineCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.ledger.store.LogUnavailableException;

/** The door for commands inside one JVM. */
final class DirectDoor implements Door {
    private static final Actor OFFICER = Actor.of("load", "负载", Role.DEPARTMENT_FINANCE);
    private static final LocalDate DAY = LocalDate.of(2024, 9, 20);

    private final BudgetCommands commands;

    DirectDoor(BudgetCommands commands) {
        this.commands = commands;
    }

    @Override
    public Answer send(String key, Intent intent) {
        UUID act = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        try {
            Outcome outcome = commands.submit(new BudgetCommands.Submission(
                    new Envelope<>(act, OFFICER, DAY, command(intent)), key, OptionalLong.empty()));
            return switch (outcome) {
                case Outcome.Done ignored -> Answer.DONE;
                case Outcome.Refused ignored -> Answer.REFUSED;
                case Outcome.KeyReused ignored -> Answer.KEY_REUSED;
                case Outcome.Stale ignored -> Answer.STALE;
            };
        } catch (LogUnavailableException e) {
            return Answer.UNKNOWN;
        }
    }

    static BudgetCommand command(Intent intent) {
        BudgetId budget = BudgetId.parse(intent.budget());
        LineKey line = new LineKey(intent.line());
        return switch (intent.kind()) {
            case ALLOCATE -> new LineCommand.AllocateLine(budget, line, content(intent.fen()));
            case REVISE -> new LineCommand.ReviseLine(budget, line, content(intent.fen()));
            case REMOVE -> new LineCommand.RemoveLine(budget, line, "不再需要");
        };
    }

    private static LineContent content(long fen) {
        return new LineContent(
                new Classification.Expenditure(
                        new UnitCode("103001"),
                        new FunctionCode("2010301"),
                        ProjectCategory.PERSONNEL,
                        Optional.empty(),
                        new DeptEconomicCode("30101"),
                        new GovEconomicCode("50101"),
                        FundType.GENERAL_PUBLIC,
                        YearSource.CURRENT,
                        true),
                new Amount(fen),
                "",
                "");
    }
}
