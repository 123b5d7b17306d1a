package org.mingzhang.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.EventLeaf;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.SignerKey;
import org.mingzhang.ledger.proof.TreeHash;

class VerifyLedgerTest {
    private static final String ORIGIN = "mingzhang.test/411200";
    private static final SignerKey KEY = SignerKey.generate(ORIGIN);
    private static final int EVENTS = 40;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void an_untouched_bundle_holds_as_a_directory_and_as_a_zip() throws IOException {
        List<String> lines = lines("说明");
        assertThat(verify(directory(lines, checkpoint(lines)))).isZero();
        assertThat(verify(zip(lines, checkpoint(lines)))).isZero();
        assertThat(said()).contains("Everything holds: 40 events").contains("The key came with the bundle");
        assertThat(verify(zip(lines, checkpoint(lines)), "--key", KEY.verifier().toString()))
                .isZero();
    }

    @Test
    void it_begins_with_what_an_older_checkpoint_counts() throws IOException {
        List<String> lines = lines("说明");
        for (int size : List.of(0, 1, 25, 40)) {
            assertThat(verify(
                            zip(lines, checkpoint(lines)),
                            older(lines.subList(0, size)).toString()))
                    .isZero();
            assertThat(said()).contains("begin with the " + size + " events");
        }
    }

    @Test
    void any_character_of_any_line_that_becomes_another_is_found_at_its_position() throws IOException {
        List<String> lines = lines("说明");
        String note = checkpoint(lines);
        Random random = new Random(7);
        for (int at = 0; at < lines.size(); at++) {
            for (int attempt = 0; attempt < 12; attempt++) {
                List<String> changed = new ArrayList<>(lines);
                changed.set(at, flipped(lines.get(at), random));
                assertThat(verify(directory(changed, note))).isEqualTo(1);
                assertThat(said()).as(changed.get(at)).containsPattern("position " + (at + 1) + "\\b");
            }
        }
    }

    @Test
    void what_was_deleted_inserted_swapped_or_cut_off_is_found_at_its_position() throws IOException {
        List<String> lines = lines("说明");
        assertBroken(lines, changed -> without(changed, 9), "position 10 is missing");
        assertBroken(
                lines, changed -> with(changed, 10, changed.get(9)), "position 10 stands where position 11 should");
        assertBroken(lines, changed -> swapped(changed, 4, 20), "position 5 is missing");
        assertBroken(lines, changed -> changed.subList(0, 30), "the events stop at position 30");
        assertBroken(lines, changed -> with(changed, 40, changed.get(39).replaceFirst("^40", "41")), "position 41");
    }

    @Test
    void a_log_that_was_written_anew_is_found_by_its_checkpoint_or_by_an_older_one() throws IOException {
        List<String> lines = lines("说明");
        List<String> rewritten = lines("改写");
        assertThat(verify(directory(rewritten, checkpoint(lines)))).isEqualTo(1);
        assertThat(said()).contains("are not those of the checkpoint");
        Path newly = zip(rewritten, checkpoint(rewritten));
        assertThat(verify(newly)).as("it fits itself").isZero();
        assertThat(verify(newly, older(lines.subList(0, 25)).toString())).isEqualTo(1);
        assertThat(said()).contains("the past was rewritten: the events up to position 25");
    }

    @Test
    void a_tail_that_was_cut_off_before_signing_is_found_by_an_older_checkpoint() throws IOException {
        List<String> lines = lines("说明");
        List<String> shorter = lines.subList(0, 20);
        assertThat(verify(
                        zip(shorter, checkpoint(shorter)),
                        older(lines.subList(0, 25)).toString()))
                .isEqualTo(1);
        assertThat(said()).contains("the end is missing: the older checkpoint counts 25 events");
    }

    @Test
    void another_key_another_log_or_another_signature_is_told() throws IOException {
        List<String> lines = lines("说明");
        SignerKey other = SignerKey.generate(ORIGIN);
        Path bundle = zip(lines, checkpoint(lines));
        assertThat(verify(bundle, "--key", other.verifier().toString())).isEqualTo(1);
        assertThat(said()).contains("is not signed by " + ORIGIN + " with the key that was given");
        Path foreign = Files.writeString(
                folder.resolve("foreign.txt"),
                KEY.sign(new Checkpoint("other.log", 0, TreeHash.usual().ofNothing()).text()));
        assertThat(verify(bundle, foreign.toString())).isEqualTo(1);
        assertThat(said()).contains("of another log: other.log");
        assertThat(verify(zip(lines, other.sign(KEY.sign("x\n"))))).isEqualTo(1);
    }

    @Test
    void bundles_that_are_none_are_refused_in_a_sentence() throws IOException {
        List<String> lines = lines("说明");
        Path missing = directory(lines, checkpoint(lines));
        Files.delete(missing.resolve("key.txt"));
        assertThat(verify(missing)).isEqualTo(1);
        assertThat(said()).contains("a bundle has the files");
        Path extra = directory(lines, checkpoint(lines));
        Files.writeString(extra.resolve("more.txt"), "x");
        assertThat(verify(extra)).isEqualTo(1);
        assertThat(said()).contains("a file that it may not have: [more.txt]");
        assertThat(verify(Files.write(folder.resolve("no.zip"), new byte[] {'P', 'K', 3, 4, 0})))
                .isEqualTo(1);
        byte[] whole = Files.readAllBytes(zip(lines, checkpoint(lines)));
        for (int length = 0; length < whole.length; length += 97) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
            assertThat(verify(cut)).isEqualTo(1);
        }
        for (String wrong : List.of(
                "",
                "mingzhang-bundle 3\n",
                "mingzhang-bundle 2\n",
                "mingzhang-bundle 1\nx\n",
                "mingzhang-bundle 1\nx")) {
            Path bundle = directory(lines, checkpoint(lines));
            Files.writeString(bundle.resolve("events.tsv"), wrong);
            assertThat(verify(bundle)).isEqualTo(1);
        }
        assertThat(said()).doesNotContain("Exception");
    }

    @Test
    void a_wrong_call_is_told_from_a_broken_bundle() {
        assertThat(run(List.of())).isEqualTo(2);
        assertThat(run(List.of("nowhere.zip"))).isEqualTo(2);
        assertThat(run(List.of("a", "b", "c"))).isEqualTo(2);
    }

    private void assertBroken(List<String> lines, UnaryOperator<List<String>> change, String words) throws IOException {
        assertThat(verify(directory(change.apply(lines), checkpoint(lines)))).isEqualTo(1);
        assertThat(said()).contains(words);
    }

    private static List<String> without(List<String> lines, int at) {
        List<String> changed = new ArrayList<>(lines);
        changed.remove(at);
        return changed;
    }

    private static List<String> with(List<String> lines, int at, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.add(at, line);
        return changed;
    }

    private static List<String> swapped(List<String> lines, int one, int other) {
        List<String> changed = new ArrayList<>(lines);
        Collections.swap(changed, one, other);
        return changed;
    }

    /** Another letter or digit in place of one that is there. */
    private static String flipped(String line, Random random) {
        while (true) {
            int at = random.nextInt(line.length());
            char before = line.charAt(at);
            char after = before == 'b' ? 'c' : 'b';
            if (Character.isLetterOrDigit(before)) {
                return line.substring(0, at) + after + line.substring(at + 1);
            }
        }
    }

    private int verify(Path bundle, String... further) {
        List<String> arguments = new ArrayList<>(List.of(bundle.toString()));
        arguments.addAll(List.of(further));
        return run(arguments);
    }

    private int run(List<String> arguments) {
        said.reset();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return VerifyLedger.run(arguments, out, out);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path older(List<String> lines) throws IOException {
        return Files.writeString(folder.resolve("older-" + lines.size() + ".txt"), checkpoint(lines));
    }

    private Path directory(List<String> lines, String note) throws IOException {
        Path bundle = Files.createTempDirectory(folder, "bundle");
        Files.writeString(bundle.resolve("checkpoint.txt"), note);
        Files.writeString(bundle.resolve("key.txt"), KEY.verifier() + "\n");
        Files.writeString(bundle.resolve("events.tsv"), text(lines));
        return bundle;
    }

    private Path zip(List<String> lines, String note) throws IOException {
        Path bundle = Files.createTempFile(folder, "bundle", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bundle))) {
            entry(out, "checkpoint.txt", note);
            entry(out, "key.txt", KEY.verifier() + "\n");
            entry(out, "events.tsv", text(lines));
        }
        return bundle;
    }

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(List<String> lines) {
        return "mingzhang-bundle 1\n"
                + String.join("", lines.stream().map(line -> line + "\n").toList());
    }

    private static String checkpoint(List<String> lines) {
        Frontier frontier = Frontier.empty(TreeHash.usual());
        for (String line : lines) {
            frontier = frontier.with(
                    List.of(EventLine.read(line, "a line", TreeHash.usual()).hash()), node -> {});
        }
        return KEY.sign(new Checkpoint(ORIGIN, frontier.size(), frontier.root()).text());
    }

    /** Events of two streams in turn. */
    private static List<String> lines(String content) {
        List<String> lines = new ArrayList<>();
        Base64.Encoder base64 = Base64.getEncoder();
        for (int at = 0; at < EVENTS; at++) {
            byte[] payload = ("{\"note\":\"" + content + at + "\"}").getBytes(StandardCharsets.UTF_8);
            EventLeaf leaf = new EventLeaf(
                    at + 1,
                    new UUID(1, at),
                    at % 2 == 0 ? "411200-103-2025" : "411200-104-2025",
                    at / 2,
                    "line-allocated",
                    1,
                    1_738_728_000_000_000L + at / 3,
                    "王敏",
                    new UUID(2, at / 4),
                    TreeHash.usual().ofBytes(payload),
                    TreeHash.usual().ofBytes("{}".getBytes(StandardCharsets.UTF_8)));
            lines.add(String.join(
                    "\t",
                    Long.toString(leaf.position()),
                    leaf.eventId().toString(),
                    leaf.stream(),
                    Long.toString(leaf.streamVersion()),
                    leaf.name(),
                    Integer.toString(leaf.version()),
                    Long.toString(leaf.recordedMicros()),
                    base64.encodeToString(leaf.actor().getBytes(StandardCharsets.UTF_8)),
                    leaf.commandId().toString(),
                    base64.encodeToString(payload),
                    base64.encodeToString("{}".getBytes(StandardCharsets.UTF_8)),
                    leaf.hash().toString()));
        }
        return lines;
    }
}
