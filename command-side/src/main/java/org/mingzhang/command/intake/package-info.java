/**
 * Workbooks to commands: a verdict for every row, and one batch that is recorded whole or not at all.
 *
 * <p>Decisions that bind here. A row is recognised by its key (unit code, project code, line key, the name of a target
 * or a task, the number of an item); what is known but not in the file is listed as missing and stays as it is, because
 * somebody may send one sheet or one unit's lines. Of a list, what the file has comes first and in the file's order,
 * then what it misses. The batch is what the decider would record now: preview and recording are the same decision.
 * Cells are read by {@link org.mingzhang.command.fields}, so an import refuses what a form refuses, in the same words.
 */
@NullMarked
package org.mingzhang.command.intake;

import org.jspecify.annotations.NullMarked;
