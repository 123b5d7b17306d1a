package org.mingzhang.ledger.store;

/** Whose key a receipt is kept under. */
record ReceiptKey(String actor, String key) {
    static ReceiptKey of(Append.Claim claim) {
        return new ReceiptKey(claim.actor(), claim.key());
    }
}
