package org.mingzhang.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.ledger.checkpoint.ExportedLog.verified;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.ledger.checkpoint.ExportedLog;
import org.mingzhang.ledger.testing.TestDatabase;

/** Files that are none, in a folder or on the command line: a sentence each, and a status that means what it says. */
@Timeout(120)
class WrongFilesTest {
    @TempDir
    Path folder;

    private Path bundle = Path.of("");

    @BeforeEach
    void export() throws IOException {
        Map<String, byte[]> whole = BundleFiles.exported(folder).whole();
        bundle = BundleFiles.directory(Files.createDirectory(folder.resolve("of")), whole);
    }

    @Test
    void a_key_that_is_none_is_a_wrong_call() throws Exception {
        Path huge = folder.resolve("huge.txt");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        for (Object key : List.of(
                "/dev/zero", huge, BundleFiles.zip(folder, Map.of("x", new byte[] {-1, -2})), folder, "x", "")) {
            assertThat(Stranger.verifies("64m", bundle, "--key", key))
                    .as(key.toString())
                    .startsWith("2 That cannot be verified: ")
                    .contains("usage: ")
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ");
        }
        assertThat(verified(bundle, "--key", "x", "--key", "x")).startsWith("2 ");
        assertThat(verified(bundle, "--quiet")).startsWith("2 ").contains("--quiet is no option");
        assertThat(verified("/dev/zero")).startsWith("2 ").contains("neither a regular file nor a folder");
        assertThat(verified(bundle, "/dev/zero")).startsWith("2 ");
    }

    @Test
    void a_pipe_or_a_link_in_the_folder_is_named_and_not_opened() throws Exception {
        Path events = bundle.resolve("events.tsv");
        Path kept = Files.move(events, folder.resolve("events.tsv"));
        Files.createSymbolicLink(events, kept);
        assertThat(verified(bundle)).startsWith("1 ").contains("events.tsv in the bundle is no regular file");
        Files.delete(events);
        assertThat(new ProcessBuilder("mkfifo", events.toString()).start().waitFor())
                .isZero();
        assertThat(verified(bundle)).startsWith("1 ").contains("events.tsv in the bundle is no regular file");
        Files.delete(events);
        Files.createDirectory(events);
        assertThat(verified(bundle)).startsWith("1 ").contains("events.tsv in the bundle is no regular file");
    }

    @Test
    void what_a_system_leaves_in_folders_is_passed_over_and_anything_else_is_not() throws Exception {
        Files.writeString(bundle.resolve(".DS_Store"), "x");
        assertThat(verified(bundle)).startsWith("0 ").contains("Not looked at: [.DS_Store]");
        Files.writeString(bundle.resolve("more.txt"), "x");
        assertThat(verified(bundle)).startsWith("1 ").contains("[more.txt]");
    }

    @Test
    void a_log_without_events_holds() throws Exception {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder.resolve("none"))) {
            Files.createDirectories(folder.resolve("none"));
            Path older = exported.kept(exported.checkpoint());
            assertThat(verified(exported.whole(), older))
                    .startsWith("0 Everything holds: 0 events of city.example")
                    .contains("They begin with the 0 events of the older checkpoint");
        }
    }

    /** Thousands of signatures under each of a thousand changes of the key would be minutes of work. */
    @Test
    void notes_with_more_signatures_than_any_are_refused_at_once() throws Exception {
        String note = Files.readString(bundle.resolve("succession-001.txt"));
        String last = note.substring(note.lastIndexOf('\u2014'));
        Files.writeString(bundle.resolve("succession-001.txt"), note + last.repeat(14));
        assertThat(verified(bundle)).startsWith("0 ");
        Files.writeString(bundle.resolve("succession-001.txt"), note + last.repeat(15));
        long began = System.nanoTime();
        assertThat(verified(bundle)).startsWith("1 ").contains("more than 16 signatures");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void the_proof_of_one_event_is_not_compared_with_anything() throws Exception {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder.resolve("none"))) {
            Files.createDirectories(folder.resolve("none"));
            exported.log().append(org.mingzhang.ledger.store.Histories.append(BundleFiles.BUDGET, -1, "a", 3));
            Path proof = exported.kept(exported.inclusion(2));
            Path garbage = exported.kept("garbage");
            String key = exported.key();
            assertThat(verified(proof, "--key", key)).startsWith("0 It holds: position 2");
            assertThat(verified(proof, garbage, "--key", key))
                    .startsWith("2 ")
                    .contains("is not compared with an older checkpoint");
        }
    }
}
