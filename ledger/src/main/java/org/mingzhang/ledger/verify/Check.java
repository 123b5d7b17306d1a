package org.mingzhang.ledger.verify;

import java.util.List;

/** Goes through the event lines of a bundle; throws {@link Broken} at the first that does not hold. */
interface Check {
    /** @param lines at least one, in their order */
    void next(List<String> lines);

    /** After the last line; what holds, in sentences. */
    String end();
}
