/**
 * Projections (the facts, the audit trail) made again from the log beside the live ones: built, compared, switched to, rolled back to, removed.
 *
 * <p>Decisions. Everything about a generation stands in the database, and every piece of work is one short transaction
 * that first takes a row of the projection ({@code rebuild}, {@code trail-rebuild}) and moves the generation's position together with its rows: a node that is
 * killed leaves nothing half done, any node goes on where another one stopped, and two nodes take turns instead of
 * needing a lease. Comparing only reads; its result is kept budget by budget, and thrown away when another node was
 * faster. Live rows are only ever added or closed at a later position, so the rows that held at one position can be
 * compared while recording goes on.
 *
 * <p>A roll-back is a switch to the generation that was left: it first catches up, so that no reader ever sees fewer
 * events than before. The generation that was left stays until the next switch; older ones are removed piece by piece,
 * but not before {@link org.mingzhang.query.rebuild.Removing#GRACE} has passed, because a page may still be reading them.
 *
 * <p>When a release folds events into other rows, it raises the version of the projection
 * ({@link org.mingzhang.query.facts.FactFold#VERSION} of the facts); the old rows are then served while new ones are made, and the
 * switch happens without anybody asking.
 *
 * <p>The trail has room for two generations only, because there are some thirty of its rows to an event: the one that was
 * kept is removed when another is asked for.
 */
@NullMarked
package org.mingzhang.query.rebuild;

import org.jspecify.annotations.NullMarked;
