/**
 * What happens when things break: each fault is injected for certain, its consequences are judged by a small model of
 * the budget rules, and planted bugs show that the judge would notice.
 *
 * <p>Started by {@code ./mingzhang faults} in full size and by {@code FaultsTest} in small. The judge reads the stored log
 * itself; it shares no code with what decides and projects.
 */
@NullMarked
package org.mingzhang.application.faults;

import org.jspecify.annotations.NullMarked;
