/**
 * What lets a stranger and an auditor check the log: its checkpoints, its key, and the whole of it as a bundle.
 *
 * <p>Checkpoint and key are for everybody, because nobody else can keep them for later; the events are for auditors,
 * because not all of them are published.
 */
@NullMarked
package org.mingzhang.query.audit;

import org.jspecify.annotations.NullMarked;
