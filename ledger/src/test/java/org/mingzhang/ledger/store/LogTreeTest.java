package org.mingzhang.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingzhang.ledger.store.Histories.STREAM;
import static org.mingzhang.ledger.store.Histories.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.Proofs;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

class LogTreeTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_tree_grows_with_every_append_in_its_transaction(TestDatabase kind) throws SQLException {
        try (var open = kind.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            LogTree tree = new LogTree(open.dataSource());
            assertThat(tree.latest())
                    .isEqualTo(new LogTree.Root(0, TreeHash.usual().ofNothing()));
            log.append(append(STREAM, -1, "a", 3));
            LogTree.Root three = tree.latest();
            log.append(append("411200-104-2025", -1, "b", 299));
            log.append(append(STREAM, 2, "late", 1));

            LogTree.Root all = tree.latest();
            assertThat(all.size()).isEqualTo(303).isEqualTo(log.head());
            assertThat(tree.at(3)).isEqualTo(three);
            assertThat(tree.at(303)).isEqualTo(all);
            List<Hash> leaves = leaves(open);
            assertThat(Frontier.empty(TreeHash.usual()).with(leaves, node -> {}).root())
                    .isEqualTo(all.hash());
            assertThat(Proofs.grown(3, three.hash(), 303, all.hash(), tree.consistency(3, 303)))
                    .isTrue();
            for (int position : List.of(1, 3, 256, 257, 303)) {
                assertThat(Proofs.included(
                                leaves.get(position - 1), position - 1, 303, tree.inclusion(position, 303), all.hash()))
                        .isTrue();
            }
            assertThatThrownBy(() -> tree.at(304)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_log_that_was_begun_without_a_tree_gets_it_at_its_next_append(TestDatabase kind) throws SQLException {
        try (var open = kind.open()) {
            try (var log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
                log.append(append(STREAM, -1, "a", 600));
            }
            LogTree.Root before = new LogTree(open.dataSource()).latest();
            try (Connection connection = open.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("update log_head set tree_size = 0, frontier = null");
                statement.execute("drop table if exists log_node_stays");
                statement.execute("drop table log_node");
                statement.execute("create table log_node (level smallint not null, node_index bigint not null, "
                        + "hash bytea not null, primary key (level, node_index))");
            }

            try (var log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
                log.append(append(STREAM, 599, "b", 1));
                log.append(append(STREAM, 600, "c", 1));
            }

            LogTree tree = new LogTree(open.dataSource());
            assertThat(tree.latest().size()).isEqualTo(602);
            assertThat(tree.at(600)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_refused_leaves_the_tree_as_it_is(TestDatabase kind) {
        try (var open = kind.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            log.append(append(STREAM, -1, "a", 1));
            LogTree.Root before = new LogTree(open.dataSource()).latest();

            log.append(append(STREAM, -1, "b", 1));
            log.append(append(STREAM, -1, "a", 1));

            assertThat(new LogTree(open.dataSource()).latest()).isEqualTo(before);
        }
    }

    private static List<Hash> leaves(OpenDatabase open) throws SQLException {
        try (Connection connection = open.dataSource().getConnection()) {
            return new TreeRows(connection, TreeHash.usual()).leaves(0, 303);
        }
    }
}
