package org.mingzhang.command.intake.book;

/** Somebody who wants to know how far it is. */
@FunctionalInterface
public interface Progress {
    Progress NONE = rows -> {};

    /** @param soFar rows read */
    void rows(long soFar);
}
