/**
 * Performance as pages, files and JSON: what was asked for, seen by whoever asks (the public what was released), with links to
 * where each number comes from.
 *
 * <p>Decision: the public is told a rate only when the stage it rests on was released, because a rate of half a year is no
 * figure that anybody answered for. A first release makes the initial budget public, with the targets; a later one what was
 * adjusted by then, with the rate of adjustment and the numbers of the documents that it is added up from, which the
 * explanations of the released cells name as well; what was executed, monitored and scored is told when the final accounts are
 * disclosed and a release lies behind that ({@link org.mingzhang.query.performance.ReleasedStages}). Until then the indicator
 * stands there as 未公开, so that nobody takes its absence for nothing.
 */
@NullMarked
package org.mingzhang.query.performance.pages;

import org.jspecify.annotations.NullMarked;
