package org.mingzhang.kernel.event;

import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Succession;

/** How units, projects and codes of a division go on under others, so that years can be compared like for like (同口径). */
public sealed interface CrosswalkEvent extends LedgerEvent {
    DivisionCode division();

    /** Of the succession within its division, from 1. */
    int number();

    @Override
    default String stream() {
        return stream(division());
    }

    /** The stream of the successions of a division. */
    static String stream(DivisionCode division) {
        return division + "-crosswalk";
    }

    /** What says how something goes on. */
    sealed interface Recorded extends CrosswalkEvent {
        Succession succession();
    }

    /** A unit went into another one, or goes on under another code. */
    record UnitMerged(DivisionCode division, int number, Succession succession) implements Recorded {}

    record UnitSplit(DivisionCode division, int number, Succession succession) implements Recorded {}

    record ProjectContinuedAs(DivisionCode division, int number, Succession succession) implements Recorded {}

    /** A code of a classification was closed in favour of others. */
    record CodeReplaced(DivisionCode division, int number, Succession succession) implements Recorded {}

    /** What was recorded under that number is not so. */
    record SuccessionWithdrawn(DivisionCode division, int number, String reason) implements CrosswalkEvent {}
}
