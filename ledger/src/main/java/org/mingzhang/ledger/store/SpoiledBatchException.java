package org.mingzhang.ledger.store;

/** Nothing of a batch was recorded, because of something in it; each request may still succeed alone. */
final class SpoiledBatchException extends RuntimeException {
    SpoiledBatchException(Throwable cause) {
        super("nothing of the batch was recorded", cause);
    }
}
