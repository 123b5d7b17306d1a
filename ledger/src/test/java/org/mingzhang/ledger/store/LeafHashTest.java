package org.mingzhang.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingzhang.ledger.proof.TreeHash;

/** The leaf is a stored format: whoever checks a ledger in ten years computes it from its description alone. */
class LeafHashTest {
    private static final UUID EVENT = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final UUID COMMAND = UUID.fromString("ffeeddcc-bbaa-9988-7766-554433221100");
    private static final Instant RECORDED = Instant.parse("2025-02-05T04:00:00.123456Z");
    private static final Bytes PAYLOAD = bytes("{\"note\":\"说明\"}");
    private static final Bytes METADATA = bytes("{}");
    private static final Row ROW = new Row(
            EVENT, "411200-103-2025", 6, "line-allocated", 1, "wang.min", COMMAND, PAYLOAD, METADATA, TreeHash.usual());

    /** The expected value comes from another program, written after the description of the leaf. */
    @Test
    void the_leaf_is_what_another_program_computes_from_its_description() {
        assertThat(LeafHash.of(7, ROW, RECORDED))
                .hasToString("c65881a78a0fc534be27e11b2601900a8b6adee817af96b967a5d26c3cc260ba");
    }

    @Test
    void every_part_of_a_row_changes_its_leaf() {
        List<Bytes> leaves = new ArrayList<>();
        leaves.add(leaf(7, ROW, RECORDED));
        leaves.add(leaf(8, ROW, RECORDED));
        leaves.add(leaf(7, ROW, RECORDED.plusNanos(1_000)));
        leaves.add(leaf(7, row(COMMAND, "411200-103-2025", 6, "line-allocated", 1, "wang.min", COMMAND), RECORDED));
        leaves.add(leaf(7, row(EVENT, "411200-104-2025", 6, "line-allocated", 1, "wang.min", COMMAND), RECORDED));
        leaves.add(leaf(7, row(EVENT, "411200-103-2025", 7, "line-allocated", 1, "wang.min", COMMAND), RECORDED));
        leaves.add(leaf(7, row(EVENT, "411200-103-2025", 6, "line-revised", 1, "wang.min", COMMAND), RECORDED));
        leaves.add(leaf(7, row(EVENT, "411200-103-2025", 6, "line-allocated", 2, "wang.min", COMMAND), RECORDED));
        leaves.add(leaf(7, row(EVENT, "411200-103-2025", 6, "line-allocated", 1, "li.bao", COMMAND), RECORDED));
        leaves.add(leaf(7, row(EVENT, "411200-103-2025", 6, "line-allocated", 1, "wang.min", EVENT), RECORDED));
        leaves.add(leaf(7, content(METADATA, METADATA), RECORDED));
        leaves.add(leaf(7, content(PAYLOAD, PAYLOAD), RECORDED));
        assertThat(leaves).doesNotHaveDuplicates();
    }

    /** Lengths are part of the leaf, so that a letter cannot wander from one text into the next. */
    @Test
    void texts_cannot_lend_each_other_letters() {
        assertThat(leaf(7, row(EVENT, "a", 6, "bc", 1, "d", COMMAND), RECORDED))
                .isNotEqualTo(leaf(7, row(EVENT, "ab", 6, "c", 1, "d", COMMAND), RECORDED));
    }

    private static Row row(
            UUID event, String stream, long streamVersion, String name, int version, String actor, UUID command) {
        return new Row(
                event, stream, streamVersion, name, version, actor, command, PAYLOAD, METADATA, TreeHash.usual());
    }

    private static Row content(Bytes payload, Bytes metadata) {
        return new Row(
                EVENT,
                "411200-103-2025",
                6,
                "line-allocated",
                1,
                "wang.min",
                COMMAND,
                payload,
                metadata,
                TreeHash.usual());
    }

    private static Bytes leaf(long position, Row row, Instant recordedAt) {
        return Bytes.of(LeafHash.of(position, row, recordedAt).toArray());
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
