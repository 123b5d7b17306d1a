package org.mingzhang.command.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.kernel.value.BudgetId;

/**
 * What an import would do.
 *
 * @param version of the budget's stream that it was compared with
 * @param general what is wrong with the file as a whole, or with the moment
 * @param unread names of sheets that are none of the workbook's
 * @param batch what would be recorded; empty when something is wrong or nothing changes
 * @param refused what the rules refuse, as it would be handed in, so that whoever insists on it is kept for the auditors;
 *     empty when they do not
 */
public record Examination(
        BudgetId budget,
        long version,
        List<ExaminedSheet> sheets,
        List<Problem> general,
        List<String> unread,
        Optional<BudgetCommand.Batch> batch,
        Optional<BudgetCommand.Batch> refused) {
    public Examination {
        sheets = List.copyOf(sheets);
        general = List.copyOf(general);
        unread = List.copyOf(unread);
    }

    Examination without() {
        return new Examination(budget, version, sheets, general, unread, Optional.empty(), refused);
    }

    /** Whether nothing is wrong. */
    public boolean fits() {
        return problems().findAny().isEmpty();
    }

    /** Everything that is wrong: with the file, with its sheets, with their rows. */
    public Stream<Problem> problems() {
        return Stream.concat(
                general.stream(),
                sheets.stream()
                        .flatMap(sheet -> Stream.concat(
                                sheet.problems().stream(),
                                sheet.rows().stream().flatMap(row -> row.problems().stream()))));
    }

    /** Whether a rule of that kind speaks against it. */
    public boolean names(Class<? extends Refusal> kind) {
        return problems()
                .anyMatch(problem -> problem.cause() instanceof Problem.Cause.Objection(Refusal refusal)
                        && kind.isInstance(refusal));
    }

    public long count(Verdict verdict) {
        return sheets.stream().mapToLong(sheet -> sheet.count(verdict)).sum();
    }

    public long missing() {
        return sheets.stream().mapToLong(sheet -> sheet.missing().size()).sum();
    }
}
