package org.mingzhang.kernel.value;

/**
 * What a budget line says: how it is classified, how much, and where it comes from.
 *
 * @param note free text, such as the origin of an assumed code
 * @param mappingReason why the governmental economic code departs from the mapping of 财预〔2017〕98号; empty when it
 *     does not
 */
public record LineContent(Classification.Expenditure classification, Amount amount, String note, String mappingReason) {
    public LineContent {
        Texts.optional("line.note", note, 1000);
        Texts.optional("line.mapping-reason", mappingReason, 500);
    }
}
