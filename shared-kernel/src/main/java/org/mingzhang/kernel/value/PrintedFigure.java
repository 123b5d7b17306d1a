package org.mingzhang.kernel.value;

/**
 * A figure as a document prints it of a year of which no lines are kept.
 *
 * @param code of the classification that the level names; blank for levels that are one figure each
 * @param amount as printed, in fen: what was printed in 万元 is known to 50 元
 */
public record PrintedFigure(FigureLevel level, String code, Amount amount) {
    public PrintedFigure {
        if (!level.takes(code)) {
            throw new InvalidValueException("figure.code-unfit", code.isEmpty() ? level.label() : code);
        }
    }

    /** Of which level and code it is, whatever the amount. */
    public boolean sameAs(PrintedFigure other) {
        return level == other.level && code.equals(other.code);
    }
}
