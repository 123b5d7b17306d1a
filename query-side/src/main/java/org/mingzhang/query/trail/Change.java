package org.mingzhang.query.trail;

/**
 * One part of what an event changed.
 *
 * @param before blank where there was none
 * @param after blank where there is none any more
 */
public record Change(String what, String before, String after) {}
