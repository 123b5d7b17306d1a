package org.mingzhang.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.store.RecordedEvent;

/** Rows that are folded from the log, and can be made again as a generation beside the one that is read. */
public interface Projection {
    /** As stored in the table of positions, and as the program's log calls it. */
    String name();

    /** The version of what makes its rows; raised when the same events make others than before. */
    int version();

    /** The table that says what is known about its generations. */
    String generations();

    /** The table that keeps comparisons of them. */
    String comparisons();

    /** The column there that says up to which part generations were compared. */
    String comparedPart();

    /**
     * Whether there is room for two generations and no more: then the one that was left is removed when another is asked
     * for, and not only when that becomes live.
     */
    boolean onlyTwo();

    /** The row of the table of positions that whoever changes a generation takes first. */
    String taken();

    /** Events that are folded in one transaction; larger ranges are not faster, and keep what others wait for longer. */
    int range();

    /** The number of the next generation. */
    int numberAfter(int greatest, int live);

    /** Folds a run of events into a generation, on a connection that the caller commits. */
    void write(Connection connection, int generation, List<RecordedEvent> events) throws SQLException;

    /** Rows of a generation as of a position. */
    long count(Connection connection, int generation, long position) throws SQLException;

    /**
     * Compares the part behind one that was compared, both generations as of the same position.
     *
     * @param after the last part that was compared; empty at first
     * @return empty when there is no further part
     */
    Optional<ComparedPart> compare(Connection connection, int own, int live, long position, String after)
            throws SQLException;

    /** Deletes some rows of a generation that nobody reads; whether there were any. */
    boolean removeSome(Connection connection, int generation) throws SQLException;
}
