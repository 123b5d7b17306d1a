package org.mingzhang.kernel.value;

/**
 * Where a command came from.
 *
 * @param address network address of the sender as the server saw it; empty when the application itself acted
 */
public record Origin(Channel channel, String address) {
    /** The application itself: the sample, a migration, a job. */
    public static final Origin WITHIN = new Origin(Channel.WITHIN, "");

    /** By which way a command was handed in. */
    public enum Channel {
        /** A form of a page. */
        PAGE,
        /** The HTTP interface for programs. */
        API,
        /** A workbook. */
        IMPORT,
        /** Nobody outside. */
        WITHIN
    }
}
