/**
 * Classification catalogues by fiscal year: functional, both economic ones, and the mapping between those two.
 *
 * <p>The data are CSV files beside the classes (源: 政府收支分类科目, with a certainty for every row: A seen in a source,
 * B general knowledge, C uncertain). Codes move between years, so every look-up names a year.
 */
@NullMarked
package org.mingzhang.kernel.codes;

import org.jspecify.annotations.NullMarked;
