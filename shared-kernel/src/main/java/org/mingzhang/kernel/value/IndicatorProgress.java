package org.mingzhang.kernel.value;

import java.util.Optional;

/**
 * How far an indicator is.
 *
 * @param actual reached so far, as it was written
 * @param expected of the whole year (全年预计完成), as it was written; empty when nothing was said, also by everything that was
 *     stated before it could be
 * @param reason of what departs from the target; empty when nothing does
 * @param correction what is done about it; empty when nothing has to be
 */
public record IndicatorProgress(
        IndicatorLevel level1,
        String name,
        String actual,
        Optional<String> expected,
        Outlook outlook,
        String reason,
        String correction) {
    public IndicatorProgress {
        Texts.required("indicator.name", name, 200);
        Texts.required("progress.actual", actual, 200);
        expected.ifPresent(text -> Texts.required("progress.expected", text, 200));
        Texts.optional("progress.reason", reason, 1000);
        Texts.optional("progress.correction", correction, 1000);
    }
}
