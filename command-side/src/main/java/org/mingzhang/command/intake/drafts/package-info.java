/**
 * Uploaded workbooks between upload and recording: their bytes, what was typed over their cells, and which foreign heads
 * somebody has explained.
 *
 * <p>They are working papers: deleted once recorded, or after a month. What an import did is in the log.
 */
@NullMarked
package org.mingzhang.command.intake.drafts;

import org.jspecify.annotations.NullMarked;
