/** Files to raw cells, and hostile files refused before they can do harm; knows nothing of budgets. */
@NullMarked
package org.mingzhang.command.intake.book;

import org.jspecify.annotations.NullMarked;
