package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.MerkleTree;
import org.mingzhang.ledger.proof.TreeHash;

/**
 * The log as a Merkle tree: its root now or at any earlier size, and proofs.
 *
 * <p>Sizes are numbers of events; the event at position p is the leaf at index p − 1. What the database answers is
 * checked by whoever holds a checkpoint from outside, not here.
 */
public final class LogTree {
    private final DataSource dataSource;
    private final CommitUnderway commit;
    private final TreeHash hash;
    private final MerkleTree tree;

    /** Of a log that nobody in this process writes to; otherwise {@link JdbcEventLog#tree}. */
    public LogTree(DataSource dataSource) {
        this(dataSource, new CommitUnderway(Patience.ENDLESS), TreeHash.usual());
    }

    LogTree(DataSource dataSource, CommitUnderway commit, TreeHash hash) {
        this.hash = hash;
        this.dataSource = dataSource;
        this.commit = commit;
        this.tree = new MerkleTree(hash, this::hashes);
    }

    /** The algorithm that the log is hashed with. */
    public TreeHash algorithm() {
        return hash;
    }

    /** A size with the root of the tree at it. */
    public record Root(long size, Hash hash) {}

    /** As the last append left it; of a log without events the root of nothing. */
    public Root latest() {
        return commit.settled(() -> ask(connection -> {
            Frontier frontier = new LogWrites(connection, hash).frontier();
            return new Root(frontier.size(), frontier.root());
        }));
    }

    /** The root when the log had that many events; refuses more than it has. */
    public Root at(long size) {
        if (size < 0 || size > latest().size()) {
            throw new IllegalArgumentException("the log has no " + size + " events");
        }
        return new Root(size, tree.root(size));
    }

    /** Shows that the event at the position is in the tree of that size. */
    public List<Hash> inclusion(long position, long size) {
        return tree.inclusion(position - 1, size);
    }

    /** Shows that the tree of that size begins with the older one. */
    public List<Hash> consistency(long older, long size) {
        return tree.consistency(older, size);
    }

    /** The tree of that size for many proofs in a row: what was read for one of them stays at hand for the next. */
    MerkleTree atHand(long size) {
        return new MerkleTree(hash, new NodesAtHand(this::hashes, size));
    }

    private List<Hash> hashes(int level, long from, int count) {
        return ask(connection -> {
            TreeRows rows = new TreeRows(connection, hash);
            return level == 0 ? rows.leaves(from, from + count) : rows.nodes(level, from, count);
        });
    }

    private <T> T ask(Question<T> question) {
        try (Connection connection = dataSource.getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new LogUnavailableException("the tree of the log could not be read", e);
        }
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }
}
