package org.mingzhang.kernel.value;

/**
 * How far an indicator is.
 *
 * @param actual reached so far, as it was written
 * @param reason of what departs from the target; empty when nothing does
 * @param correction what is done about it; empty when nothing has to be
 */
public record IndicatorProgress(
        IndicatorLevel level1, String name, String actual, Outlook outlook, String reason, String correction) {
    public IndicatorProgress {
        Texts.required("indicator.name", name, 200);
        Texts.required("progress.actual", actual, 200);
        Texts.optional("progress.reason", reason, 1000);
        Texts.optional("progress.correction", correction, 1000);
    }
}
