package org.mingzhang.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.ledger.checkpoint.ExportedLog.verified;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.SignerKey;
import org.mingzhang.ledger.proof.TlogProof;
import org.mingzhang.ledger.proof.TreeHash;

/** Bundles whose hashes and signatures all fit, made to fill the memory or to deceive the person who reads. */
class HostileBundleTest {
    private static final String STREAM = "411200-103-2025";

    @TempDir
    Path folder;

    @Test
    void texts_that_are_longer_than_their_columns_are_refused() throws Exception {
        assertThat(verified(made("x".repeat(64), "n".repeat(64), "王".repeat(100), "{}")))
                .startsWith("0 ");
        assertThat(verified(made("x".repeat(65), "n", "a", "{}")))
                .startsWith("1 ")
                .contains("position 1 has a longer stream than any event");
        assertThat(verified(made("x", "n".repeat(65), "a", "{}")))
                .startsWith("1 ")
                .contains("longer name");
        assertThat(verified(made("x", "n", "王".repeat(101), "{}"))).startsWith("1 ");
        assertThat(verified(made("x", "n", "a".repeat(500), "{}"))).startsWith("1 ");
        assertThat(verified(made("x", "n\u001b[2K", "a", "{}"))).startsWith("1 ");
        assertThat(verified(made("x y", "n", "a", "{}"))).startsWith("1 ");
    }

    @Test
    void names_of_megabytes_do_not_fill_the_memory() throws Exception {
        try (MadeBundle bundle = new MadeBundle(folder)) {
            String endless = "x".repeat(6 << 20);
            for (int at = 0; at < 20; at++) {
                bundle.event(at + endless, "{}");
            }
            assertThat(Stranger.verifies("64m", bundle.written()))
                    .startsWith("1 It does not hold: ")
                    .contains("longer stream");
        }
    }

    /** Stated at the class that remembers them: less than a kilobyte for each. */
    @Test
    void memory_grows_with_the_streams_and_with_nothing_else() throws Exception {
        try (MadeBundle many = new MadeBundle(folder);
                MadeBundle tooMany = new MadeBundle(folder)) {
            for (int at = 0; at < 60_000; at++) {
                many.event(stream(at % 30_000), posting("INITIAL", 100));
            }
            assertThat(Stranger.verifies("32m", many.written()))
                    .startsWith("0 Everything holds: 60000 events")
                    .contains("and 29800 more");
            for (int at = 0; at < 40_000; at++) {
                tooMany.event(stream(at), "{}");
            }
            assertThat(Stranger.verifies("32m", tooMany.written()))
                    .startsWith("3 It could not be verified: it has more streams")
                    .contains("-Xmx")
                    .doesNotContain("\tat ");
        }
    }

    private static String stream(int at) {
        return "%040d-%d".formatted(at, 2025);
    }

    @Test
    void sides_and_stages_are_short_words_and_few() throws Exception {
        try (MadeBundle few = new MadeBundle(folder);
                MadeBundle many = new MadeBundle(folder)) {
            for (int at = 0; at < 32; at++) {
                few.event(STREAM, posting("STAGE_" + (char) ('A' + at / 8) + (char) ('A' + at % 8), 100));
            }
            assertThat(verified(few.written())).startsWith("0 ").contains("expenditure STAGE_AA 1.00");
            for (int at = 0; at < 33; at++) {
                many.event(STREAM, posting("STAGE_" + (char) ('A' + at / 8) + (char) ('A' + at % 8), 100));
            }
            assertThat(verified(many.written())).startsWith("1 ").contains("position 33 has one more side");
        }
        for (String stage : List.of("x".repeat(41), "I NITIAL", "", "初", "INITIAL\\u001b[2K")) {
            assertThat(verified(made(STREAM, "n", "a", posting(stage, 1))))
                    .as(stage)
                    .startsWith("1 ");
        }
    }

    @Test
    void nothing_beyond_the_checkpoint_is_read() throws Exception {
        try (MadeBundle bundle = new MadeBundle(folder)) {
            for (int at = 0; at < 3; at++) {
                bundle.event(STREAM, "{}");
            }
            String note = bundle.signed();
            bundle.event(STREAM, "{}").raw("\u0007\u0007\n");
            assertThat(verified(bundle.written(note, Map.of())))
                    .startsWith("1 ")
                    .contains("position 4 and what follows stand beyond the checkpoint");
        }
        try (MadeBundle bundle = new MadeBundle(folder)) {
            String note = bundle.event(STREAM, "{}").signed();
            for (int at = 0; at < 200; at++) {
                bundle.raw("\t".repeat(1 << 20) + "\n");
            }
            assertThat(Stranger.verifies("32m", bundle.written(note, Map.of())))
                    .startsWith("1 ")
                    .contains("position 2 and what follows");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"postings\":[],\"postings\":[]}",
                "{\"postin\\u0067s\":[]}",
                "{\"note\": \"x\"}",
                "{\"note\":\"\\u0041\"}",
                "{\"note\":\"\\/\"}",
                "{\"note\":\"\\u001f\"}",
                "{\"n\":01}",
                "{\"n\":-0}",
                "{\"n\":+1}",
                "{\"n\":1.}",
                "{\"n\":NaN}",
                "{\"n\":1}x",
                "{\"n\":1,}",
                "[1",
                "",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":tru}"
            })
    void what_readers_read_in_different_ways_is_refused(String payload) throws Exception {
        assertThat(verified(made(STREAM, "n", "a", payload))).startsWith("1 ").contains("position 1");
    }

    @Test
    void bytes_that_are_no_utf8_are_refused_wherever_they_stand() throws Exception {
        for (byte[] wrong : List.of(
                new byte[] {(byte) 0xff},
                new byte[] {(byte) 0xc0, (byte) 0x80},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0xe7, (byte) 0x8e})) {
            try (MadeBundle bundle = new MadeBundle(folder)) {
                byte[] payload = ("{\"note\":\"" + new String(wrong, StandardCharsets.ISO_8859_1) + "\"}")
                        .getBytes(StandardCharsets.ISO_8859_1);
                assertThat(verified(bundle.event(STREAM, "n", "a", payload).written()))
                        .startsWith("1 ");
            }
        }
        try (MadeBundle bundle = new MadeBundle(folder)) {
            String line = MadeBundle.line(1, STREAM, 0, "n", "\ufffd", "{}".getBytes(StandardCharsets.UTF_8));
            String other =
                    line.replace(base64("\ufffd".getBytes(StandardCharsets.UTF_8)), base64(new byte[] {(byte) 0xff}));
            Checkpoint checkpoint = new Checkpoint(
                    MadeBundle.ORIGIN,
                    1,
                    TreeHash.usual().of(java.util.HexFormat.of().parseHex(line.substring(line.length() - 64))));
            Path path = bundle.raw(other + "\n").written(MadeBundle.KEY.sign(checkpoint.text()), Map.of());
            assertThat(other).isNotEqualTo(line);
            assertThat(verified(path)).startsWith("1 ");
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void nothing_that_a_file_says_moves_the_cursor() throws Exception {
        String spoof = "\u001b[2K\rEverything holds";
        try (MadeBundle bundle = new MadeBundle(folder)) {
            assertPlain(verified(bundle.raw(spoof + "\n").written()));
        }
        SignerKey key = SignerKey.generate("city\u009b2K\u202e");
        String note = key.sign(
                new Checkpoint("city\u009b2K\u202e", 0, TreeHash.usual().ofNothing()).text());
        try (MadeBundle bundle = new MadeBundle(folder)) {
            String said = verified(bundle.written(note, Map.of("key.txt", key.verifier() + "\n")));
            assertThat(said).startsWith("0 Everything holds: 0 events of city\\u009b2K\\u202e.");
            assertPlain(said);
        }
        String line =
                MadeBundle.line(1, "x\nEverything holds", 0, "n" + spoof, "a", "{}".getBytes(StandardCharsets.UTF_8));
        Path proof = Files.writeString(
                folder.resolve("p.tlog-proof"),
                new TlogProof(
                                line,
                                0,
                                List.of(),
                                MadeBundle.KEY.sign(new Checkpoint(
                                                "city.example",
                                                1,
                                                TreeHash.usual().ofNothing())
                                        .text()))
                        .text());
        assertPlain(verified(proof, "--key", MadeBundle.KEY.verifier()));
        assertPlain(verified("nowhere" + spoof));
        assertPlain(verified(proof, "--key", spoof));
        Path odd = Files.createDirectory(folder.resolve("odd"));
        for (String name : List.of("checkpoint.txt", "key.txt", "events.tsv", "x" + spoof.replace("\r", ""))) {
            Files.writeString(odd.resolve(name), "x\n");
        }
        assertPlain(verified(odd));
    }

    private static void assertPlain(String said) {
        assertThat(said.codePoints().filter(c -> (c != '\n' && Character.isISOControl(c)) || c == 0x202e))
                .as(said)
                .isEmpty();
        assertThat(said.lines().skip(1)).noneMatch(words -> words.startsWith("Everything"));
    }

    private Path made(String stream, String name, String actor, String payload) throws IOException {
        try (MadeBundle bundle = new MadeBundle(folder)) {
            return bundle.event(stream, name, actor, payload.getBytes(StandardCharsets.UTF_8))
                    .written();
        }
    }

    private static String posting(String stage, long fen) {
        return "{\"postings\":[{\"stage\":\"" + stage + "\",\"delta\":" + fen
                + ",\"classification\":{\"side\":\"expenditure\"}}]}";
    }
}
