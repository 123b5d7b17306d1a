package org.mingzhang.application.rebuild;

import java.sql.SQLException;
import org.mingzhang.query.rebuild.Rebuild;

/** A rebuild from outside the package that makes it. */
public final class Rebuilds {
    private Rebuilds() {}

    /** Does everything there is to do, alone or beside the worker of a running application. */
    public static void finish(Rebuild rebuild) throws SQLException {
        boolean more = true;
        while (more) {
            more = rebuild.step();
        }
    }
}
