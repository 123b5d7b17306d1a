/**
 * Rules that offices set and change: dated data with its basis, read from files.
 *
 * <p>What is law or arithmetic is code on the command side; what is here says of itself whether its source was seen.
 */
@NullMarked
package org.mingzhang.kernel.policy;

import org.jspecify.annotations.NullMarked;
