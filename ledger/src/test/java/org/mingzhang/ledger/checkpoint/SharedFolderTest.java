package org.mingzhang.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.testing.TestDatabase;

/** Several nodes keep their checkpoints in one folder. */
class SharedFolderTest {
    private static final String STREAM = "411200-103-2025";
    private static final int NODES = 6;

    @TempDir
    Path folder;

    @Test
    void nodes_that_start_together_have_one_key() throws Exception {
        for (int round = 0; round < 10; round++) {
            Path own = Files.createTempDirectory(folder, "round");
            try (ExportedLog exported = new ExportedLog(TestDatabase.H2, own)) {
                Set<String> keys = ConcurrentHashMap.newKeySet();
                together(node -> keys.add(exported.keeper().verifier().toString()));
                assertThat(keys).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void no_checkpoint_is_signed_by_a_key_whose_time_was_over(TestDatabase kind) throws Exception {
        try (ExportedLog exported = new ExportedLog(kind, folder)) {
            exported.log().append(Histories.append(STREAM, -1, "first", 1));
            exported.keeper();
            together(node -> {
                CheckpointKeeper keeper = exported.keeper();
                for (int turn = 0; turn < 6; turn++) {
                    exported.log().append(Histories.append("node-" + node, turn - 1L, node + "." + turn, 1));
                    if (node == 0 && turn % 2 == 1) {
                        keeper.rotate();
                    } else {
                        keeper.cut();
                    }
                }
                return node;
            });
            CheckpointKeeper keeper = exported.keeper();
            assertThat(keeper.successions()).hasSize(3);
            assertThat(keeper.broken()).isEmpty();
            List<String> notes = keeper.notes().toList();
            assertThat(notes)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(note -> assertThat(keeper.against(note)).isEmpty());
        }
    }

    /** One thread for each node, all at once; what goes wrong in one fails the test. */
    private static void together(Node work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(NODES)) {
            List<Callable<Object>> nodes = IntStream.range(0, NODES)
                    .mapToObj(node -> (Callable<Object>) () -> work.does(node))
                    .toList();
            for (Future<Object> done : new ArrayList<>(threads.invokeAll(nodes))) {
                done.get();
            }
        }
    }

    private interface Node {
        Object does(int node) throws Exception;
    }
}
