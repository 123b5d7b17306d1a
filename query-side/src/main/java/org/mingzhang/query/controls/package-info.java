/**
 * Rules that have to hold over the whole log, proved by going through it from its first event to its last.
 *
 * <p>The decider keeps them when it decides. Here they are stated once more, without it and without the facts, so that an
 * auditor need not trust either: what somebody wrote into the log beneath the program is found, with its position. Each
 * rule is a fold of its own that looks at the events that it needs, counts what it has examined and says what does not
 * hold; nothing is mended or left out. Balances are looked at when the events of a command are complete, because only
 * together are they true.
 */
@NullMarked
package org.mingzhang.query.controls;

import org.jspecify.annotations.NullMarked;
