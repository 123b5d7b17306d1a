/**
 * Decides: pure functions on values, the JDK and the shared kernel only.
 *
 * <p>{@code decide(rulesOfTheDay, Envelope<Command>, state) → Accepted | Refused} and {@code evolve(state,
 * Envelope<Event>) → state}; no clock, random, logger, framework or null. Days come in the command, who and when in the
 * envelope.
 */
@NullMarked
package org.mingzhang.command.budget;

import org.jspecify.annotations.NullMarked;
