package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.YearSource;

/**
 * What opens a year with last year's units, projects, targets and lines as drafts.
 *
 * <p>Lines with a code that is closed in the new year are left out and their codes listed in the opening. Project codes
 * are kept, so that a project can be followed over the years; so are line keys. Money that last year carried over itself
 * is left out too; once last year is closed, what it carries over comes as lines of their own ({@link CarriedOver}), into
 * the year after it and no other.
 */
public final class OpeningFromLastYear {
    private final BudgetId budget;
    private final Budget last;
    private final Classifications codes;
    private final FiscalYear classificationYear;

    private OpeningFromLastYear(BudgetId budget, Budget last, Classifications codes, FiscalYear classificationYear) {
        this.budget = budget;
        this.last = last;
        this.codes = codes;
        this.classificationYear = classificationYear;
    }

    /**
     * The commands, in an order in which they can be decided; the same for the same state.
     *
     * @param year the year to open
     * @param last a budget that has been opened; refuses any other with {@link IllegalArgumentException}
     */
    public static BudgetCommand.Batch batch(
            FiscalYear year, Budget last, Classifications codes, FiscalYear classificationYear) {
        BudgetId source = last.opening()
                .orElseThrow(() -> new IllegalArgumentException("last year was never opened"))
                .id();
        BudgetId budget = new BudgetId(source.division(), source.department(), year);
        return new OpeningFromLastYear(budget, last, codes, classificationYear).batch();
    }

    private BudgetCommand.Batch batch() {
        Content content = last.content();
        List<BudgetCommand> commands = new ArrayList<>();
        commands.add(open(last.opening().orElseThrow()));
        content.units().values().forEach(unit -> commands.add(new OrganisationCommand.RegisterUnit(budget, unit)));
        content.projects()
                .values()
                .forEach(project -> commands.add(new ProjectCommand.RegisterProject(budget, project)));
        targets(content, commands);
        content.lines().entries().stream()
                .filter(entry -> takenOver(entry.value()))
                .forEach(entry -> commands.add(new LineCommand.AllocateLine(budget, entry.key(), entry.value())));
        if (isNextYear()) {
            commands.addAll(new CarriedOver(budget, last, this::codesOpen).commands());
        }
        return new BudgetCommand.Batch(budget, commands);
    }

    /** What is carried over belongs to the next year alone; in a later one the same money would be there twice. */
    private boolean isNextYear() {
        int from = last.opening().orElseThrow().id().year().value();
        return budget.year().value() == from + 1;
    }

    private void targets(Content content, List<BudgetCommand> commands) {
        if (!content.overallTargets().isEmpty()) {
            commands.add(new TargetCommand.SetOverallTargets(budget, content.overallTargets(), ""));
        }
        content.projectTargets()
                .entries()
                .forEach(entry ->
                        commands.add(new TargetCommand.SetProjectTargets(budget, entry.key(), entry.value(), "")));
    }

    private RoundCommand.OpenBudget open(Budget.Opening opening) {
        return new RoundCommand.OpenBudget(
                budget,
                opening.divisionName(),
                opening.departmentName(),
                opening.shortName(),
                classificationYear,
                Optional.of(opening.id()),
                closedCodes());
    }

    private List<String> closedCodes() {
        TreeSet<String> closed = new TreeSet<>();
        last.content()
                .lines()
                .values()
                .map(LineContent::classification)
                .filter(OpeningFromLastYear::ofTheYear)
                .forEach(money -> closed.addAll(CodeRules.closed(codes, money, classificationYear)));
        return List.copyOf(closed);
    }

    private boolean takenOver(LineContent line) {
        Classification.Expenditure money = line.classification();
        return ofTheYear(money) && codesOpen(money);
    }

    private boolean codesOpen(Classification.Expenditure money) {
        return CodeRules.closed(codes, money, classificationYear).isEmpty();
    }

    private static boolean ofTheYear(Classification.Expenditure money) {
        return money.source() == YearSource.CURRENT;
    }
}
