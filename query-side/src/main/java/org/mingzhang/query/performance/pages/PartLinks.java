package org.mingzhang.query.performance.pages;

import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.CellAddress;
import org.mingzhang.query.performance.LiveIndicator.Origin;
import org.mingzhang.query.performance.LiveIndicator.Part;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the parts of an indicator are explained, as of the same instant and of the same unit. */
final class PartLinks {
    private final BudgetId budget;
    private final TableQuestion question;
    private final AsOf instant;
    private final boolean staff;

    /** @param staff whether whoever asks may go where documents and lines are */
    PartLinks(OpenedBudget budget, TableQuestion question, boolean staff) {
        this.budget = budget.id();
        this.question = question;
        this.instant = staff ? question.asOf() : budget.publicInstant(question.asOf());
        this.staff = staff;
    }

    Optional<String> of(Part part) {
        return switch (part.origin()) {
            case Origin.Cell cell -> isNothing(part) ? Optional.empty() : Optional.of(cell(cell));
            case Origin.Documents ignored -> Optional.of("#moved");
            case Origin.YearEnd ignored -> work("/execute/" + budget + "/year-end");
            case Origin.Stated ignored -> work("/execute/" + budget + "/aims");
            case Origin.Projects ignored -> Optional.of("#projects");
            case Origin.Nowhere ignored -> Optional.empty();
        };
    }

    /** A table has no row, and so no cell to explain, where nothing has happened yet. */
    private static boolean isNothing(Part part) {
        return part.amount().filter(Amount::isZero).isPresent();
    }

    Optional<String> document(int number) {
        return work("/execute/" + budget + "/adjustments/" + number);
    }

    Optional<String> project(String code) {
        return work("/execute/" + budget + "/projects/" + code);
    }

    private Optional<String> work(String path) {
        String instant = question.asOf().parameters();
        return staff ? Optional.of(path + (instant.isEmpty() ? "" : "?" + instant)) : Optional.empty();
    }

    private String cell(Origin.Cell cell) {
        TableQuestion there = new TableQuestion(question.unit(), cell.basis(), question.scope(), false, instant);
        String path = UriComponentsBuilder.fromPath("/budgets/{budget}/tables/{table}/cells/{row}/{column}")
                .encode()
                .buildAndExpand(
                        budget, cell.table(), CellAddress.segment(cell.row()), CellAddress.segment(cell.column()))
                .toUriString();
        return path + there.query();
    }
}
