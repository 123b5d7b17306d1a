/**
 * The words every module speaks: money, codes, days and classifications that refuse nonsense when they are made.
 *
 * <p>Only the JDK and jspecify are used here. A value that cannot be right is refused with {@link
 * org.mingzhang.kernel.value.InvalidValueException}, which names a rule (a message key) and the offending text, so that
 * an import can show it beside the cell. Absence is an empty {@code Optional} or an empty text, never {@code null}.
 */
@NullMarked
package org.mingzhang.kernel.value;

import org.jspecify.annotations.NullMarked;
