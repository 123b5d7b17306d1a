package org.mingzhang.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.ledger.checkpoint.ExportedLog;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.SignerKey;
import org.mingzhang.ledger.proof.TreeHash;

/** Bundles that somebody made up: the verifier answers with a sentence and 1, in little memory, as the jar it is. */
class CraftedBundleTest {
    @TempDir
    Path folder;

    private Map<String, byte[]> whole = Map.of();
    private Map<String, byte[]> ofBudget = Map.of();
    private Path older = Path.of("");

    @BeforeEach
    void export() throws IOException {
        BundleFiles files = BundleFiles.exported(folder);
        whole = files.whole();
        ofBudget = files.ofBudget();
        older = files.older();
    }

    @Test
    void files_that_are_missing_renamed_twice_or_too_many_are_told() throws IOException {
        for (String name : whole.keySet()) {
            Map<String, byte[]> without = new LinkedHashMap<>(whole);
            byte[] bytes = without.remove(name);
            assertThat(ExportedLog.verified(BundleFiles.zip(folder, without), older))
                    .as("without " + name)
                    .startsWith("1 ");
            without.put(name + "x", bytes);
            assertThat(ExportedLog.verified(BundleFiles.zip(folder, without), older))
                    .as(name + "x")
                    .startsWith("1 ");
        }
        for (String name : List.of("more.txt", "../key.txt", "/etc/passwd", "x/", "succession-003.txt", "growth.txt")) {
            Map<String, byte[]> with = new LinkedHashMap<>(whole);
            with.put(name, "x\n".getBytes(StandardCharsets.UTF_8));
            assertThat(ExportedLog.verified(BundleFiles.zip(folder, with)))
                    .as(name)
                    .startsWith("1 ");
        }
        assertThat(ExportedLog.verified(twice())).startsWith("1 ");
    }

    @Test
    void a_file_that_is_no_bundle_is_told() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.zip"));
        Path nested = Files.write(
                folder.resolve("nested.zip"), BundleFiles.zipped(Map.of("bundle.zip", BundleFiles.zipped(whole))));
        Path text = Files.writeString(folder.resolve("text.zip"), "这不是压缩包");
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        for (Path bundle : List.of(empty, nested, text, nothing)) {
            assertThat(ExportedLog.verified(bundle)).as(bundle.toString()).startsWith("1 It does not hold: ");
        }
        Path good = BundleFiles.zip(folder, whole);
        Path binary = Files.write(folder.resolve("older.bin"), new byte[] {(byte) 0xff, 0, 10, 10, (byte) 0xfe, 10});
        Path huge = Files.writeString(folder.resolve("huge.txt"), "x\n".repeat(100_000));
        for (Path checkpoint : List.of(binary, huge, empty)) {
            assertThat(ExportedLog.verified(good, checkpoint))
                    .as(checkpoint.toString())
                    .startsWith("1 ");
        }
        assertThat(ExportedLog.verified(good, nothing)).startsWith("2 ").contains("is no regular file");
        assertThat(ExportedLog.verified(good, "\0")).startsWith("2 ");
        assertThat(ExportedLog.verified(good, "--key", "garbage")).startsWith("2 ");
        assertThat(ExportedLog.verified(good, "--key")).startsWith("2 ");
    }

    @Test
    void huge_counts_foreign_algorithms_and_other_line_ends_are_told() throws IOException {
        SignerKey key = SignerKey.generate("city.example");
        for (String size : List.of("9223372036854775807", "999999999999999999", "-1", "1e9", "٣")) {
            String text = "city.example\n" + size + "\n"
                    + TreeHash.usual().ofNothing().base64() + "\n";
            assertThat(ExportedLog.verified(BundleFiles.zip(folder, signed(key, key.sign(text)))))
                    .as(size)
                    .startsWith("1 ");
        }
        String empty =
                key.sign(new Checkpoint("city.example", 0, TreeHash.usual().ofNothing()).text());
        assertThat(ExportedLog.verified(BundleFiles.zip(folder, signed(key, empty))))
                .startsWith("1 ");
        Map<String, byte[]> other = new LinkedHashMap<>(whole);
        other.put("key.txt", "city.example+00000000+AgAA\n".getBytes(StandardCharsets.UTF_8));
        assertThat(ExportedLog.verified(BundleFiles.zip(folder, other))).startsWith("1 ");
        for (String name : whole.keySet()) {
            Map<String, byte[]> crlf = new LinkedHashMap<>(whole);
            String text = new String(whole.get(name), StandardCharsets.UTF_8);
            crlf.put(name, text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(ExportedLog.verified(BundleFiles.zip(folder, crlf)))
                    .as(name)
                    .startsWith("1 ");
        }
    }

    @Test
    void the_jar_alone_verifies_and_needs_little_memory_for_a_bomb() throws Exception {
        assertThat(Stranger.verifies("64m", BundleFiles.zip(folder, whole), older))
                .startsWith("0 Everything holds: 18 events")
                .contains(BundleFiles.BUDGET + " expenditure INITIAL 100,000.00\n");
        assertThat(Stranger.verifies("64m", BundleFiles.zip(folder, ofBudget), older))
                .startsWith("0 ");
        assertThat(Stranger.verifies("64m", bomb(2L << 30, false)))
                .startsWith("1 ")
                .contains("longer than any event");
        assertThat(Stranger.verifies("64m", bomb(64 << 20, true)))
                .startsWith("1 It ")
                .doesNotContain("\tat ");
        Map<String, byte[]> long1 = new LinkedHashMap<>(whole);
        long1.put("checkpoint.txt", new byte[100 << 20]);
        assertThat(Stranger.verifies("64m", BundleFiles.zip(folder, long1)))
                .startsWith("1 ")
                .contains("checkpoint.txt is longer");
    }

    /** So many bytes that pack into almost nothing: without a newline, or as payloads without end. */
    private Path bomb(long size, boolean lines) throws IOException {
        Path file = folder.resolve("bomb-" + lines + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : whole.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                if (entry.getKey().equals("events.tsv")) {
                    fill(zip, size, lines);
                } else {
                    zip.write(entry.getValue());
                }
            }
        }
        return file;
    }

    private static void fill(OutputStream out, long size, boolean lines) throws IOException {
        out.write("mingzhang-bundle 1\n".getBytes(StandardCharsets.UTF_8));
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) (lines ? '\t' : 'A'));
        if (lines) {
            block[block.length - 1] = '\n';
        }
        for (long written = 0; written < size; written += block.length) {
            out.write(block);
        }
    }

    /** Java's own writer refuses to write a name twice: it is changed afterwards, in both places. */
    private Path twice() throws IOException {
        Map<String, byte[]> with = new LinkedHashMap<>(whole);
        with.put("kez.txt", whole.get("key.txt"));
        byte[] bytes = BundleFiles.zipped(with);
        byte[] name = "kez.txt".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + name.length <= bytes.length; at++) {
            if (Arrays.equals(Arrays.copyOfRange(bytes, at, at + name.length), name)) {
                bytes[at + 2] = 'y';
            }
        }
        return Files.write(folder.resolve("twice.zip"), bytes);
    }

    private Map<String, byte[]> signed(SignerKey key, String note) {
        Map<String, byte[]> bundle = new LinkedHashMap<>();
        bundle.put("checkpoint.txt", note.getBytes(StandardCharsets.UTF_8));
        bundle.put("key.txt", (key.verifier() + "\n").getBytes(StandardCharsets.UTF_8));
        bundle.put("events.tsv", whole.get("events.tsv"));
        return bundle;
    }
}
