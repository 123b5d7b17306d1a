/**
 * Identity across years: how units, projects and codes go on under others, folded from events, and what an amount of an earlier
 * year comes to under the codes of a later one. Nothing is gained or lost on the way, to the fen.
 */
@NullMarked
package org.mingzhang.kernel.crosswalk;

import org.jspecify.annotations.NullMarked;
