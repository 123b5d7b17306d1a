/**
 * Signed checkpoints, kept outside the database: in the folder {@code mingzhang.ledger}, which the nodes of one
 * database share.
 *
 * <p>One is cut at each official act (批复, 公开) and, when the log has grown, on an interval. Nobody who can write to
 * the database alone can rewrite the past unseen: the tree no longer gives the root of a checkpoint that was kept, or
 * handed out, before. Nothing is signed that does not go on from the largest checkpoint that was kept; what is found to
 * speak against the log is written to {@code broken.txt}, ends all signing, and stays until people take the file away.
 *
 * <p>The key is made at the first start, under the name of the installation ({@code mingzhang.origin}), and never leaves
 * the folder. It is read anew for each signature, because another node may have changed it; nodes take turns by the file
 * {@code lock}. A key that goes missing later is never replaced: nothing is signed until it is back.
 *
 * <p>A change of the key is a note signed by both ({@code succession-001.txt} and so on), which decides: it is written
 * after the next key and before the exchange of the two, so that a stop in between leaves the old key or the new one, and
 * no succession that leads nowhere. When the whole folder was lost, the start makes another key and says at how many
 * events ({@code key.made-at}); page, health and the program's log repeat it.
 */
@NullMarked
package org.mingzhang.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
