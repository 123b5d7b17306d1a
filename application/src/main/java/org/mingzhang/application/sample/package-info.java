/**
 * The first real case, the 2025 disclosure of the Sanmenxia government office, loaded into an empty installation.
 *
 * <p>A year follows it that is invented altogether and says so ({@link InventedYear}), so that there is something to compare
 * with and a year that is closed; tests that do not need it leave it out.
 *
 * <p>It comes in as a department's own would: its sheets through the import, everything else by ordinary commands with
 * fixed idempotency keys, so that a start that was killed on the way is continued by the next one. Days and document
 * numbers that the source does not give are invented, and their documents say so.
 */
@NullMarked
package org.mingzhang.application.sample;

import org.jspecify.annotations.NullMarked;
