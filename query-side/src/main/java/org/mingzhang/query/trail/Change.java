package org.mingzhang.query.trail;

/**
 * One part of what an event changed.
 *
 * @param before blank where there was none; for money that an event moves also where the facts do not reach it yet
 * @param after blank where there is none any more
 * @param difference of amounts, with its sign; blank for everything else
 */
public record Change(String what, String before, String after, String difference) {
    Change(String what, String before, String after) {
        this(what, before, after, "");
    }
}
