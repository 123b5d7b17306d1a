/**
 * Signed checkpoints, kept outside the database: in the folder {@code ledger} of the data folder.
 *
 * <p>One is cut at each official act (批复, 公开) and, when the log has grown, on an interval. Nobody who can write to
 * the database alone can rewrite the past unseen: the tree no longer gives the root of a checkpoint that was kept, or
 * handed out, before. The key is made at the first start, under the name of the installation ({@code mingzhang.origin}),
 * and never leaves the folder; a folder without its key is a new origin, because a log must not be signed by two.
 */
@NullMarked
package org.mingzhang.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
