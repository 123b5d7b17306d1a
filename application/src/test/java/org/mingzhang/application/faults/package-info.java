/**
 * What happens when things break: each fault is injected for certain, its consequences are judged by a small model of
 * the budget rules, and planted bugs show that the judge would notice.
 *
 * <p>Started by {@code ./mingzhang faults} in full size and by the tests of {@link SmallFaults} in small. The judge reads the stored log
 * itself; it shares no code with what decides and projects. Faults without commands (F3, F8, F11, F12, F13) are judged by
 * the offline verifier or by another way to the same rows.
 */
@NullMarked
package org.mingzhang.application.faults;

import org.jspecify.annotations.NullMarked;
