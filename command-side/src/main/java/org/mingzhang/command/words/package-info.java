/**
 * Says refusals in the reader's language: Chinese first, English beside it.
 *
 * <p>The words are data in {@code messages/refusals.properties}; this package only fills in the numbers. It knows no
 * framework, so that an import and a page say the same thing. Amounts are printed in 万元, with the exact 元 behind
 * where 万元 would hide a difference.
 */
@NullMarked
package org.mingzhang.command.words;

import org.jspecify.annotations.NullMarked;
