package org.mingzhang.query.rebuild;

import java.sql.SQLException;

/** A rebuild from beginning to end, as an administrator and the worker of a node do it together. */
public final class Rebuilt {
    private Rebuilt() {}

    /** Made, compared and equal; returns its number. */
    public static int compared(Rebuild rebuild) throws SQLException {
        int generation = rebuild.start("keeper");
        work(rebuild);
        return generation;
    }

    /** Made, compared and read from now on; returns its number. */
    public static int live(Rebuild rebuild) throws SQLException {
        int generation = compared(rebuild);
        rebuild.makeLive(generation, false);
        work(rebuild);
        return generation;
    }

    /** As at the start of a release, whether an earlier fold made what is read or not. */
    public static void atStart(Rebuild rebuild) throws SQLException {
        rebuild.startWhenFoldChanged();
        work(rebuild);
    }

    /** Everything there is to do. */
    public static void work(Rebuild rebuild) throws SQLException {
        boolean more = true;
        while (more) {
            more = rebuild.step();
        }
    }
}
