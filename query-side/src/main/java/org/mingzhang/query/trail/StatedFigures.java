package org.mingzhang.query.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.ComparativeEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.PrintedFigure;

/**
 * The figures of an earlier year that were stated anew, each under its own name; one that is no longer stated is not
 * known, which is something else than nothing, so that no difference is told of it.
 */
record StatedFigures(SaidIn said) {
    List<Change> of(ComparativeEvent.ComparativesStated event) {
        List<Change> changes = new ArrayList<>();
        for (PrintedFigure figure : event.after().figures()) {
            Optional<Amount> earlier = event.before().flatMap(before -> before.amount(figure.level(), figure.code()));
            if (!earlier.equals(Optional.of(figure.amount()))) {
                changes.add(changed(figure, earlier, Optional.of(figure.amount())));
            }
        }
        event.before().ifPresent(before -> changes.addAll(dropped(before, event.after())));
        String source =
                event.before().map(Comparatives::source).map(this::document).orElse("");
        if (!source.equals(document(event.after().source()))) {
            changes.add(new Change(
                    said.word("field", "basis"), source, document(event.after().source())));
        }
        return changes;
    }

    private List<Change> dropped(Comparatives before, Comparatives after) {
        return before.figures().stream()
                .filter(figure -> after.amount(figure.level(), figure.code()).isEmpty())
                .map(figure -> changed(figure, Optional.of(figure.amount()), Optional.empty()))
                .toList();
    }

    private Change changed(PrintedFigure figure, Optional<Amount> before, Optional<Amount> after) {
        String difference = before.isPresent() && after.isPresent()
                ? SaidIn.signed(after.get().minus(before.get()))
                : "";
        return new Change(
                name(figure),
                before.map(SaidIn::yuan).orElse(""),
                after.map(SaidIn::yuan).orElse(""),
                difference);
    }

    private String name(PrintedFigure figure) {
        String level = said.say("comparison.level." + figure.level().name());
        if (!figure.level().coded()) {
            return level;
        }
        String code = figure.level() == FigureLevel.FUND ? said.chosen(FundType.valueOf(figure.code())) : figure.code();
        return level + " " + code;
    }

    private String document(Basis basis) {
        return basis.documentNumber() + "《" + basis.title() + "》";
    }
}
