package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.TreeHash;

/** The rows of the tree inside a transaction: leaves as they stand in the log, and the nodes that are kept. */
record TreeRows(Connection connection, TreeHash hash) {
    private static final String LEAVES =
            "select leaf from event_log where position > ? and position <= ? order by position";
    private static final String NODES =
            "select hash from log_node where level = ? and node_index >= ? and node_index < ? order by node_index";
    private static final String KEEP = "insert into log_node (level, node_index, hash) values (?, ?, ?)";

    /** Leaves that are caught up with at once. */
    private static final int RUN = 20_000;

    /** The frontier grown by leaves that were recorded without it, before there was a tree. */
    Frontier caughtUp(Frontier frontier, long size) throws SQLException {
        Frontier grown = frontier;
        while (grown.size() < size) {
            long to = Math.min(size, grown.size() + RUN);
            grown = grown(grown, leaves(grown.size(), to));
        }
        return grown;
    }

    /** The frontier with these leaves; nodes that become complete are kept. */
    Frontier grown(Frontier frontier, List<Hash> leaves) throws SQLException {
        List<Frontier.Kept> nodes = new ArrayList<>();
        Frontier grown = frontier.with(leaves, nodes::add);
        keep(nodes);
        return grown;
    }

    /** Hashes of leaves by their index in the tree, which is one less than their position. */
    List<Hash> leaves(long from, long to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LEAVES)) {
            select.setLong(1, from);
            select.setLong(2, to);
            return hashes(select, to - from);
        }
    }

    List<Hash> nodes(int level, long from, int count) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NODES)) {
            select.setInt(1, level);
            select.setLong(2, from);
            select.setLong(3, from + count);
            return hashes(select, count);
        }
    }

    private List<Hash> hashes(PreparedStatement select, long expected) throws SQLException {
        List<Hash> hashes = new ArrayList<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                hashes.add(hash.of(result.getBytes(1)));
            }
        }
        if (hashes.size() != expected) {
            throw new IllegalStateException("the tree has " + hashes.size() + " of " + expected + " hashes");
        }
        return hashes;
    }

    private void keep(List<Frontier.Kept> nodes) throws SQLException {
        if (nodes.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            for (Frontier.Kept node : nodes) {
                insert.setInt(1, node.level());
                insert.setLong(2, node.index());
                insert.setBytes(3, node.hash().toArray());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
