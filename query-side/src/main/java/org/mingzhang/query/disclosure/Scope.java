package org.mingzhang.query.disclosure;

import org.mingzhang.kernel.value.UnitCode;

/** Whose money a table shows: the whole department's (汇总) or one unit's. Units sum to the department to the fen. */
public sealed interface Scope {
    Scope DEPARTMENT = new Department();

    /** The word of the reading API: {@code department}, or the code of the unit. */
    String parameter();

    /** Everything the department and its units have. */
    record Department() implements Scope {
        @Override
        public String parameter() {
            return "department";
        }
    }

    /** One unit alone. */
    record OneUnit(UnitCode unit) implements Scope {
        @Override
        public String parameter() {
            return unit.value();
        }
    }
}
