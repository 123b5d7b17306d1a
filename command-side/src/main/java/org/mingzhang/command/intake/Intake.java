package org.mingzhang.command.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.command.intake.book.RawBook;
import org.mingzhang.command.intake.book.RawSheet;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.springframework.stereotype.Component;

/** Examines workbooks against budgets; records nothing. */
@Component
public class Intake {
    private static final Set<SheetKind> WITH_AMOUNTS =
            Set.of(SheetKind.EXPENDITURE, SheetKind.REVENUE, SheetKind.STATEMENTS, SheetKind.EXECUTION);

    private final BudgetCommands commands;

    public Intake(BudgetCommands commands) {
        this.commands = commands;
    }

    /** What importing the workbook would do now, for the person and on the day of the envelope. */
    public Examination examine(Envelope<BudgetId> circumstances, RawBook book, Choices choices) {
        BudgetId budget = circumstances.message();
        List<Problem> general = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        Map<SheetKind, HeadedSheet> sheets = sheets(book, choices, general, unread);
        BudgetCommands.Known known = commands.current(budget);
        About about = About.of(Optional.ofNullable(sheets.get(SheetKind.ABOUT)), choices);
        about.check(budget);
        Optional<AmountUnit> unit = about.unit();
        if (unit.isEmpty() && !about.statesUnit() && sheets.keySet().stream().anyMatch(WITH_AMOUNTS::contains)) {
            general.add(Problem.at(About.UNIT_PLACE, "intake.unit-missing", ""));
        }
        Steps steps = new Examiner(
                        budget,
                        known.budget(),
                        about,
                        Policy.inForceOn(circumstances.businessDay()).codes().mapping(),
                        sheets,
                        unit.orElse(AmountUnit.YUAN),
                        choices.reason())
                .steps();
        Optional<BudgetCommand.Batch> batch = steps.commands().isEmpty()
                ? Optional.empty()
                : Optional.of(new BudgetCommand.Batch(budget, steps.commands()));
        BudgetCommand.Batch asked = new BudgetCommand.Batch(budget, steps.commands());
        Decision decision = commands.preview(circumstances.with(asked));
        general.addAll(objections(decision, steps));
        Examination examination = new Examination(
                budget,
                known.version(),
                sheets.values().stream().map(HeadedSheet::examined).toList(),
                general,
                unread,
                batch,
                decision instanceof Decision.Refused ? Optional.of(asked) : Optional.empty());
        return examination.fits() ? examination : examination.without();
    }

    private static Map<SheetKind, HeadedSheet> sheets(
            RawBook book, Choices choices, List<Problem> general, List<String> unread) {
        Map<SheetKind, HeadedSheet> sheets = new EnumMap<>(SheetKind.class);
        for (RawSheet raw : book.sheets()) {
            Optional<SheetKind> kind = raw.rows().isEmpty()
                    ? Optional.empty()
                    : SheetKind.named(raw.name()).or(() -> HeadRow.recognised(raw));
            if (kind.isEmpty()) {
                if (!raw.name().startsWith(SheetKind.FOR_PEOPLE)) {
                    unread.add(raw.name());
                }
            } else if (sheets.containsKey(kind.get())) {
                general.add(Problem.ofTheFile("intake.sheet-twice", raw.name()));
            } else {
                sheets.put(kind.get(), new SheetReader(kind.get(), raw, choices).read());
            }
        }
        if (sheets.isEmpty()) {
            general.add(Problem.ofTheFile("intake.no-sheet", String.join("、", unread)));
        }
        return sheets;
    }

    /**
     * Asked also of nothing, so that the door may refuse whoever must not pass. Notes objections with their rows; those that
     * every row would get alike are said once.
     */
    private static List<Problem> objections(Decision decision, Steps steps) {
        Set<Refusal> ofTheMoment = new LinkedHashSet<>();
        switch (decision) {
            case Decision.Accepted ignored -> {}
            case Decision.Refused(var objections) -> {
                for (Decision.Objection objection : objections) {
                    if (isOfTheMoment(objection.refusal())) {
                        ofTheMoment.add(objection.refusal());
                    } else {
                        steps.note(objection);
                    }
                }
            }
        }
        return ofTheMoment.stream()
                .map(refusal -> new Problem(Optional.empty(), new Problem.Cause.Objection(refusal)))
                .toList();
    }

    private static boolean isOfTheMoment(Refusal refusal) {
        return refusal instanceof Refusal.NotOpened
                || refusal instanceof Refusal.PhaseNotAllowed
                || refusal instanceof Refusal.RoleNotAllowed;
    }
}
