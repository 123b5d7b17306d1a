package org.mingzhang.query.workbench;

/**
 * A document that was chosen.
 *
 * @param place in the order in which it was chosen, from 1
 * @param hits how often; more than once only by amount
 * @param stratum kind or month where shares were chosen, else blank
 */
public record Drawn(Candidate candidate, int place, int hits, String stratum) {}
