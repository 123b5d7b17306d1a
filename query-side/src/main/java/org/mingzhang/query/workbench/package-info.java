/**
 * The workbench of auditors: samples of adjustments that another auditor draws again, flags that say where to look, evidence
 * packs that verify without this program, and queries that are kept under a name.
 *
 * <p>A sample follows from its words alone: seed, method, size and the position of the log that it is drawn at. Flags are
 * hints with numbers and never findings; what does not hold is said by the package {@code controls}.
 */
@NullMarked
package org.mingzhang.query.workbench;

import org.jspecify.annotations.NullMarked;
