package org.mingzhang.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.ledger.checkpoint.ExportedLog;

/** A good bundle in which one bit is another: it never holds, whichever bit of whichever file it is. */
class ChangedBundleTest {
    @TempDir
    Path folder;

    private BundleFiles files = new BundleFiles(Map.of(), Map.of(), Path.of(""));

    @BeforeEach
    void export() throws IOException {
        files = BundleFiles.exported(folder);
    }

    @Test
    void no_byte_of_any_file_can_be_another() throws IOException {
        Random random = new Random(20_261_124);
        for (Map<String, byte[]> bundle : List.of(files.whole(), files.ofBudget())) {
            assertThat(ExportedLog.verified(BundleFiles.zip(folder, bundle), files.older()))
                    .startsWith("0 ");
            assertThat(ExportedLog.verified(BundleFiles.zip(folder, bundle)))
                    .startsWith("0 ")
                    .doesNotContain("not looked at");
            for (Map.Entry<String, byte[]> file : bundle.entrySet()) {
                for (int attempt = 0; attempt < 120; attempt++) {
                    assertTold(bundle, file, random.nextInt(file.getValue().length), random.nextInt(8));
                }
            }
        }
    }

    /** Base64 has bits to spare in its last letter, which readers pass over. */
    @Test
    void no_bit_can_be_another_where_a_value_ends() throws IOException {
        for (Map<String, byte[]> bundle : List.of(files.whole(), files.ofBudget())) {
            for (Map.Entry<String, byte[]> file : bundle.entrySet()) {
                byte[] bytes = file.getValue();
                for (int at = 0; at + 1 < Math.min(bytes.length, 5_000); at++) {
                    if (bytes[at + 1] == '=' || bytes[at + 1] == '\n') {
                        for (int bit = 0; bit < 8; bit++) {
                            assertTold(bundle, file, at, bit);
                        }
                    }
                }
            }
        }
    }

    /** As bundles were before they brought the older checkpoint: then it is said that nothing was compared with it. */
    @Test
    void what_cannot_be_checked_is_said_to_be_unchecked() throws IOException {
        Map<String, byte[]> before = new LinkedHashMap<>(files.ofBudget());
        before.remove("older.txt");
        assertThat(ExportedLog.verified(BundleFiles.zip(folder, before)))
                .startsWith("1 ")
                .contains("a growth.txt without older.txt");
        before.computeIfPresent(
                "events.tsv",
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replaceFirst("stream 2", "stream 1")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(ExportedLog.verified(BundleFiles.zip(folder, before), files.older()))
                .startsWith("0 ")
                .doesNotContain("not looked at");
        assertThat(ExportedLog.verified(BundleFiles.zip(folder, before)))
                .startsWith("0 ")
                .contains("growth.txt was not looked at: that takes the older checkpoint of 6 events");
    }

    private void assertTold(Map<String, byte[]> bundle, Map.Entry<String, byte[]> file, int at, int bit)
            throws IOException {
        byte[] bytes = file.getValue().clone();
        bytes[at] ^= (byte) (1 << bit);
        Map<String, byte[]> changed = new LinkedHashMap<>(bundle);
        changed.put(file.getKey(), bytes);
        Path bundleOfNow = BundleFiles.directory(folder, changed);
        for (String said :
                List.of(ExportedLog.verified(bundleOfNow, files.older()), ExportedLog.verified(bundleOfNow))) {
            assertThat(said)
                    .as("bit %d of byte %d of %s", bit, at, file.getKey())
                    .startsWith("1 It does not hold: ")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void damage_to_the_zip_itself_is_told_or_changes_nothing() throws IOException {
        byte[] bytes = Files.readAllBytes(BundleFiles.zip(folder, files.whole()));
        Random random = new Random(7);
        for (int attempt = 0; attempt < 400; attempt++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("damaged.zip"), changed);
            assertThat(ExportedLog.verified(file, files.older()))
                    .matches("(?s)(0 Everything holds|1 It does not hold).*");
        }
    }
}
