package org.mingzhang.kernel.value;

/** What a revenue line says: where the money comes from, how much, and a free note. */
public record RevenueContent(Classification.Revenue classification, Amount amount, String note) {
    public RevenueContent {
        if (!classification.revenue().isPrinted()) {
            throw new InvalidValueException(
                    "revenue.unknown", classification.revenue().label());
        }
        Texts.optional("line.note", note, 1000);
    }
}
