/**
 * What lets a stranger and an auditor check the log: its checkpoints, its key, and the whole of it as a bundle.
 *
 * <p>Checkpoint and key are for everybody, because nobody else can keep them for later; the events are for auditors,
 * because not all of them are published.
 *
 * <p>And what lets anybody ask a table back: {@link org.mingzhang.query.audit.CellExplainer} takes an amount apart into the
 * movements that it is the sum of, {@link org.mingzhang.query.audit.ReplayProof} makes a table of any instant again from the
 * events alone.
 */
@NullMarked
package org.mingzhang.query.audit;

import org.jspecify.annotations.NullMarked;
