/**
 * The rules for adjustments as people read them: those in force on a day, whence they come, and what is proposed.
 *
 * <p>They are folded from the stream of a division when somebody asks: amendments are few, and what is shown is then
 * what the next decision rests on. As of an earlier instant they are those that were recorded, or decided, by then, and the
 * day whose rules are shown is the day of that instant unless another is asked for.
 */
@NullMarked
package org.mingzhang.query.policy;

import org.jspecify.annotations.NullMarked;
