package org.mingzhang.query.disclosure;

import java.util.Optional;
import org.mingzhang.kernel.value.UnitCode;

/**
 * Whose lines a table counts: the whole department (汇总) or one of its units.
 *
 * @param unit empty for the department
 */
public record Scope(Optional<UnitCode> unit) {
    public static final Scope DEPARTMENT = new Scope(Optional.empty());

    public static Scope of(UnitCode unit) {
        return new Scope(Optional.of(unit));
    }

    /** The word used in links: {@code department} or the unit's code. */
    public String key() {
        return unit.map(UnitCode::value).orElse("department");
    }

    boolean covers(UnitCode other) {
        return unit.isEmpty() || unit.get().equals(other);
    }
}
