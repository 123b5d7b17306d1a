/** Workbooks to take away: the empty one, the one with what the budget says, and the one with what is wrong. */
@NullMarked
package org.mingzhang.command.intake.file;

import org.jspecify.annotations.NullMarked;
