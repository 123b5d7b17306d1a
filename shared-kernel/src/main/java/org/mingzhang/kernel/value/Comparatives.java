package org.mingzhang.kernel.value;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a year before the first budget that is kept here (上年数): figures as printed, each at its own level.
 *
 * @param source the document that prints them
 */
public record Comparatives(FiscalYear year, List<PrintedFigure> figures, Basis source) {
    public Comparatives {
        figures = List.copyOf(figures);
    }

    /** Empty where it is not known, which is something else than nothing. */
    public Optional<Amount> amount(FigureLevel level, String code) {
        return figures.stream()
                .filter(figure -> figure.level() == level && figure.code().equals(code))
                .findFirst()
                .map(PrintedFigure::amount);
    }
}
