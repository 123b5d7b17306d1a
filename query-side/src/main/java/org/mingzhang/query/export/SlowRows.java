package org.mingzhang.query.export;

import java.util.Iterator;

/**
 * Rows that may be long in coming, because much is looked at for each. While nothing comes nothing is sent either, and a
 * client that has left would only be noticed at the next row: whoever looks tells of it between two looks.
 */
public interface SlowRows<R> extends Iterable<R> {
    /** @param lookedOn called now and then while the next row is looked for; what it throws ends the search */
    Iterator<R> iterator(Runnable lookedOn);

    @Override
    default Iterator<R> iterator() {
        return iterator(() -> {});
    }
}
