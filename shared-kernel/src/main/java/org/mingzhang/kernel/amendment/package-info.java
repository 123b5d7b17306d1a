/**
 * What a division has made of the rules: its amendments, folded from their events, and the rules that follow.
 *
 * <p>Both sides need it, the one to decide and the other to show, so it is neither's.
 */
@NullMarked
package org.mingzhang.kernel.amendment;

import org.jspecify.annotations.NullMarked;
