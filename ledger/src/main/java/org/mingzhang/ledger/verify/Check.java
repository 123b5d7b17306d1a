package org.mingzhang.ledger.verify;

/** Goes through the event lines of a bundle; throws {@link Broken} at the first that does not hold. */
interface Check {
    void next(String line);

    /** After the last line; what holds, in sentences. */
    String end();
}
