package org.mingzhang.command.axon;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.event.ComparativeEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * Which units the budgets of a department have, or state printed figures of: read from the log each time, because successions
 * are recorded a few times a year.
 */
final class UnitsInLog {
    /** Budgets are looked for so many years around the one from which a succession holds. */
    private static final int YEARS = 12;

    private final EventLog log;

    UnitsInLog(EventLog log) {
        this.log = log;
    }

    /** Those of the departments that a succession of units names. */
    Set<String> of(DivisionCode division, Succession succession) {
        Set<String> departments = new TreeSet<>();
        departments.add(succession.before().substring(0, 3));
        succession.after().forEach(after -> departments.add(after.code().substring(0, 3)));
        Set<String> units = new HashSet<>();
        for (String department : departments) {
            for (int year = succession.from().value() - YEARS;
                    year <= succession.from().value() + YEARS;
                    year++) {
                read(division + "-" + department + "-" + year, units);
            }
        }
        return units;
    }

    private void read(String stream, Set<String> units) {
        if (log.streamVersion(stream) < 0) {
            return;
        }
        for (RecordedEvent event : log.readStream(stream, 0)) {
            switch (event.envelope().message()) {
                case OrganisationEvent.UnitRegistered registered ->
                    units.add(registered.unit().code().value());
                case OrganisationEvent.UnitRevised revised ->
                    units.add(revised.after().code().value());
                case ComparativeEvent.ComparativesStated stated ->
                    stated.after().figures().stream()
                            .filter(figure -> figure.level() == FigureLevel.UNIT)
                            .forEach(figure -> units.add(figure.code()));
                default -> {}
            }
        }
    }
}
