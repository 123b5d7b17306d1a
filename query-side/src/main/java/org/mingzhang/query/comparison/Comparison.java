package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.facts.Facts;

/**
 * Years beside each other.
 *
 * @param years ascending
 * @param headline the whole and its named parts, which are compared whatever the classification
 * @param rows each before those below it
 */
public record Comparison(List<Year> years, List<Row> headline, List<Row> rows) {
    public Comparison {
        years = List.copyOf(years);
        headline = List.copyOf(headline);
        rows = List.copyOf(rows);
    }

    /** Whence the figures of a year are. */
    public enum Standing {
        /** Of lines that are kept here. */
        KEPT,
        /** Printed elsewhere and stated here. */
        STATED,
        /** Of some departments one, of others the other. */
        MIXED,
        UNKNOWN
    }

    /**
     * A column.
     *
     * @param departments how many are counted
     * @param missing how many are not, because nothing is known of them in that year
     * @param stated what was stated of that year, with its documents
     */
    public record Year(
            FiscalYear year, Standing standing, int departments, int missing, List<Facts.StatedFigures> stated) {
        public Year {
            stated = List.copyOf(stated);
        }
    }

    /**
     * A figure over the years.
     *
     * @param code blank for the named levels
     * @param name official
     * @param depth from 1
     * @param parent code of the row above; blank for none
     * @param children how many rows stand right below it
     * @param amounts in the order of the years; empty where it is not known
     */
    public record Row(
            FigureLevel level,
            String code,
            String name,
            int depth,
            String parent,
            int children,
            List<Optional<Amount>> amounts) {
        public Row {
            amounts = List.copyOf(amounts);
        }

        /** From each year to the next, one fewer than there are years. */
        public List<Change> changes(AmountUnit unit) {
            List<Change> changes = new ArrayList<>();
            for (int at = 1; at < amounts.size(); at++) {
                changes.add(Change.of(amounts.get(at - 1), amounts.get(at), unit));
            }
            return changes;
        }

        /** The last change; unknown where there is one year only. */
        public Change latest(AmountUnit unit) {
            List<Change> changes = changes(unit);
            return changes.isEmpty() ? Change.of(Optional.empty(), Optional.empty(), unit) : changes.getLast();
        }

        public Optional<Amount> last() {
            return amounts.isEmpty() ? Optional.empty() : amounts.getLast();
        }
    }

    /** The whole of a year; empty where it is not known. */
    public Optional<Amount> total(int year) {
        return headline.isEmpty()
                ? Optional.empty()
                : headline.getFirst().amounts().get(year);
    }
}
