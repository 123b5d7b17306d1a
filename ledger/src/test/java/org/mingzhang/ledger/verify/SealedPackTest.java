package org.mingzhang.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingzhang.ledger.checkpoint.ExportedLog.verified;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.ledger.checkpoint.ExportedLog;
import org.mingzhang.ledger.checkpoint.NoCheckpointException;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.testing.TestDatabase;

/** An evidence pack as a stranger verifies it: whole it holds, and whatever is done to it is found and named. */
class SealedPackTest {
    private static final String BUDGET = "411200-103-2025";
    private static final String SHEET = "items/411200-103-2025-1/document.html";
    private static final List<Long> POSITIONS = List.of(2L, 5L, 7L, 11L);

    @TempDir
    Path folder;

    private Map<String, byte[]> files = new LinkedHashMap<>();

    @BeforeEach
    void pack() throws IOException {
        files = packed(TestDatabase.H2, Files.createTempDirectory(folder, "h2"), true);
    }

    /** The key is changed after six events, so that a succession is in it. */
    private Map<String, byte[]> packed(TestDatabase kind, Path in, boolean rotated) throws IOException {
        Files.createDirectories(in);
        try (ExportedLog exported = new ExportedLog(kind, in)) {
            exported.log().append(Histories.append(BUDGET, -1, "a", 6));
            Files.writeString(in.resolve("kept.txt"), exported.checkpoint());
            if (rotated) {
                exported.rotate();
            }
            exported.log().append(Histories.append("411200-104-2025", -1, "b", 6));
            return BundleFiles.of(Files.write(in.resolve("pack.zip"), bytes(exported)));
        }
    }

    private static byte[] bytes(ExportedLog exported) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        exported.packs()
                .write(
                        exported.packs().checkpoint(),
                        OptionalLong.of(6),
                        new TreeSet<>(POSITIONS),
                        to -> {
                            to.add(SHEET, out -> out.write("<p>调整单</p>".getBytes(StandardCharsets.UTF_8)));
                            to.add("index.html", out -> out.write('x'));
                        },
                        bytes);
        return bytes.toByteArray();
    }

    private String said() throws IOException {
        return verified(BundleFiles.zip(folder, files));
    }

    @Test
    void a_pack_holds_as_zip_and_unpacked_with_the_key_that_one_knows_and_without() throws IOException {
        assertThat(said())
                .startsWith("0 Everything holds: 4 events, each in the log city.example of 12 events, and 8 files")
                .contains("changed 1 times, each time signed by both")
                .contains("The key came with the bundle");
        Path unpacked = folder.resolve("unpacked");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = unpacked.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        assertThat(verified(unpacked)).startsWith("0 ");
        String key = text("key.txt").strip();
        assertThat(verified(unpacked, "--key", key)).startsWith("0 ").doesNotContain("came with");
        Map<String, byte[]> other = packed(TestDatabase.H2, folder.resolve("stranger"), false);
        String foreign = new String(other.getOrDefault("key.txt", new byte[0]), StandardCharsets.UTF_8).strip();
        assertThat(verified(unpacked, "--key", foreign)).startsWith("1 ").contains("not signed by");
    }

    @Test
    void a_pack_from_postgresql_holds_too() throws IOException {
        files = packed(TestDatabase.POSTGRESQL, folder.resolve("pg"), false);
        assertThat(said()).startsWith("0 Everything holds: 4 events");
    }

    @Test
    void any_byte_that_is_flipped_is_found_and_its_file_or_position_named() throws IOException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (String name : List.copyOf(files.keySet())) {
            byte[] whole = files.getOrDefault(name, new byte[0]);
            for (int time = 0; time < 60; time++) {
                byte[] flipped = whole.clone();
                int at = random.nextInt(whole.length);
                flipped[at] ^= (byte) (1 << random.nextInt(7));
                files.put(name, flipped);
                assertThat(said())
                        .as("%s at %d", name, at)
                        .startsWith("1 ")
                        .containsPattern(
                                name.equals("events.tsv") || name.equals("files.tsv")
                                        ? "position \\d+|a hash of a proof|events.tsv|files.tsv|from the pack|not in its list|was changed"
                                        : name.startsWith("succession") ? "succession" : name.replace(".", "\\."));
            }
            files.put(name, whole);
        }
    }

    @Test
    void any_file_that_is_taken_away_is_named() throws IOException {
        for (String name : List.copyOf(files.keySet())) {
            byte[] whole = files.remove(name);
            assertThat(said())
                    .as(name)
                    .startsWith("1 ")
                    .containsPattern(
                            name.startsWith("succession") ? "checkpoint.txt|succession" : name.replace(".", "\\."));
            files.put(name, whole);
        }
    }

    @Test
    void files_that_are_swapped_or_added_are_named() throws IOException {
        files.put("index.html", files.put(SHEET, files.getOrDefault("index.html", new byte[0])));
        assertThat(said()).startsWith("1 ").contains("index.html was changed");
        pack();
        files.put("items/411200-103-2025-1/note.html", new byte[] {1});
        assertThat(said()).startsWith("1 ").contains("note.html is in the pack and not in its list");
    }

    @Test
    void an_event_that_is_taken_away_doubled_or_moved_is_named_by_its_position() throws IOException {
        List<String> lines = lines();
        assertThat(with(lines.get(0), lines.get(1), lines.get(3), lines.get(4)))
                .startsWith("1 ")
                .contains("position 5 is missing");
        assertThat(with(lines.get(0), lines.get(1), lines.get(1), lines.get(2), lines.get(3), lines.get(4)))
                .startsWith("1 ")
                .contains("position 2 stands where position 5 should");
        assertThat(with(lines.get(0), lines.get(1), lines.get(2), lines.get(3)))
                .startsWith("1 ")
                .contains("position 11 is missing");
        assertThat(with(lines.get(0), lines.get(2), lines.get(1), lines.get(3), lines.get(4)))
                .startsWith("1 ")
                .contains("position 2 is missing");
    }

    @Test
    void a_list_that_was_made_to_fit_is_not_what_was_sealed() throws IOException {
        List<String> lines = lines();
        files.put("events.tsv", text(lines.get(0), lines.get(1), lines.get(3), lines.get(4)));
        String list = text("files.tsv");
        files.put("files.tsv", list.replace("event\t5\n", "").getBytes(StandardCharsets.UTF_8));
        assertThat(said()).startsWith("1 ").contains("files.tsv was changed: it is not what pack.txt seals");
    }

    @Test
    void parts_of_two_packs_do_not_go_together() throws IOException {
        Map<String, byte[]> other = packed(TestDatabase.H2, folder.resolve("other"), true);
        for (String name : List.of("checkpoint.txt", "pack.txt", "files.tsv", "events.tsv", "key.txt")) {
            byte[] whole = files.put(name, other.get(name));
            assertThat(said()).as(name).startsWith("1 ");
            files.put(name, whole);
        }
        assertThat(said()).startsWith("0 ");
    }

    @Test
    void an_attachment_that_no_event_names_is_refused_although_it_was_sealed() throws IOException {
        byte[] foreign = "no event knows this".getBytes(StandardCharsets.UTF_8);
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, Files.createDirectory(folder.resolve("att")))) {
            exported.log().append(Histories.append(BUDGET, -1, "a", 6));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            exported.packs()
                    .write(
                            exported.packs().checkpoint(),
                            new TreeSet<>(List.of(3L)),
                            to -> to.add("items/1/attachments/a.pdf", out -> out.write(foreign)),
                            bytes);
            Path zip = Files.write(folder.resolve("att.zip"), bytes.toByteArray());
            assertThat(verified(zip)).startsWith("1 ").contains("no event names the attachment with the hash ");
        }
    }

    @Test
    void nothing_is_packed_when_nothing_may_be_signed() throws IOException {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, Files.createDirectory(folder.resolve("none")))) {
            exported.log().append(Histories.append(BUDGET, -1, "a", 6));
            exported.checkpoint();
            Files.writeString(folder.resolve("none/ledger/broken.txt"), "2026-01-01T00:00:00Z somebody looked\n");
            assertThatThrownBy(() -> exported.packs().checkpoint()).isInstanceOf(NoCheckpointException.class);
        }
    }

    @Test
    void a_pack_is_compared_with_the_older_checkpoint_that_somebody_kept() throws IOException {
        Path zip = BundleFiles.zip(folder, files);
        Path kept = folder.resolve("h2-kept.txt");
        Files.writeString(kept, text("older.txt"));
        assertThat(verified(zip, kept.toString()))
                .startsWith("0 Everything holds: 4 events")
                .containsOnlyOnce("The log begins with the 6 events of the older checkpoint.");
        assertThat(said()).contains("The log begins with the 6 events of the older checkpoint.");
        Files.writeString(kept, text("checkpoint.txt"));
        assertThat(verified(zip, kept.toString()))
                .startsWith("1 ")
                .contains("the proof of growth is for an older checkpoint of 6 events");
        packed(TestDatabase.H2, folder.resolve("elsewhere"), false);
        assertThat(verified(zip, folder.resolve("elsewhere/kept.txt").toString()))
                .startsWith("1 ");
        assertThat(verified(zip, zip.toString())).startsWith("1 ");
    }

    @Test
    void a_pack_without_a_proof_of_growth_says_what_is_missing_for_an_older_checkpoint() throws IOException {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, Files.createDirectory(folder.resolve("plain")))) {
            exported.log().append(Histories.append(BUDGET, -1, "a", 6));
            Path kept = Files.writeString(folder.resolve("plain-kept.txt"), exported.checkpoint());
            exported.log().append(Histories.append("411200-104-2025", -1, "b", 6));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            exported.packs().write(exported.packs().checkpoint(), new TreeSet<>(List.of(3L)), to -> {}, bytes);
            Path zip = Files.write(folder.resolve("plain.zip"), bytes.toByteArray());
            assertThat(verified(zip)).startsWith("0 ");
            assertThat(verified(zip, kept.toString()))
                    .startsWith("1 ")
                    .contains("there is no proof that the log begins with the 6 events")
                    .contains("take it anew with that number under since");
            assertThatThrownBy(() -> exported.packs()
                            .write(
                                    exported.packs().checkpoint(),
                                    OptionalLong.of(13),
                                    new TreeSet<>(List.of(3L)),
                                    to -> {},
                                    bytes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the log has no 13 events");
        }
    }

    private String text(String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return text("events.tsv").lines().toList();
    }

    private String with(String... lines) throws IOException {
        files.put("events.tsv", text(lines));
        return said();
    }

    private static byte[] text(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
