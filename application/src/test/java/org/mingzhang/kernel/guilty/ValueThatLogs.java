package org.mingzhang.kernel.guilty;

import org.slf4j.LoggerFactory;

/** Guilty on purpose: the kernel knows the JDK only. */
record ValueThatLogs(String text) {
    ValueThatLogs {
        LoggerFactory.getLogger(ValueThatLogs.class).info(text);
    }
}
