package org.mingzhang.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.ledger.checkpoint.ExportedLog.verified;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.KeySuccession;
import org.mingzhang.ledger.proof.SignerKey;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.testing.TestDatabase;

/** The key is changed; whoever trusts the old or the new one verifies what either signed for its part of the log. */
class KeyRotationTest {
    private static final String STREAM = "411200-103-2025";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void old_and_new_key_lead_to_each_other_twice(TestDatabase kind) throws Exception {
        try (ExportedLog exported = new ExportedLog(kind, folder)) {
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            CheckpointKeeper keeper = exported.keeper();
            String oldKey = keeper.verifier().toString();
            String older = keeper.cut();
            keeper.rotate();
            exported.log().append(Histories.append(STREAM, 9, "b", 5));
            String between = keeper.cut();
            keeper.rotate();
            exported.log().append(Histories.append(STREAM, 14, "c", 5));

            String newKey = exported.keeper().verifier().toString();
            assertThat(newKey).isNotEqualTo(oldKey);
            for (String trusted : new String[] {oldKey, newKey}) {
                assertThat(verified(exported.whole(), exported.kept(older), "--key", trusted))
                        .startsWith("0 ")
                        .contains("Its key was changed 2 times");
                assertThat(verified(
                                exported.ofStream(STREAM, OptionalLong.of(15)),
                                exported.kept(between),
                                "--key",
                                trusted))
                        .startsWith("0 ");
            }
            assertProofsHold(exported, older, oldKey, newKey);
            assertThat(exported.keeper().against(older)).isEmpty();
            assertThat(exported.keeper().against(between)).isEmpty();
            String stranger = SignerKey.generate("city.example").verifier().toString();
            assertThat(verified(exported.whole(), "--key", stranger)).startsWith("1 ");
        }
    }

    /** Single proofs bring the successions too; those of before the first change have none. */
    private static void assertProofsHold(ExportedLog exported, String older, String... keys) throws IOException {
        String growth = exported.export().growth(10);
        String event = exported.export().inclusion(12);
        String stranger = SignerKey.generate("city.example").verifier().toString();
        for (String key : keys) {
            assertThat(verified(exported.kept(growth), exported.kept(older), "--key", key))
                    .startsWith("0 It holds. The log begins with the 10 events")
                    .contains("Its key was changed 2 times");
            assertThat(verified(exported.kept(event), "--key", key)).startsWith("0 It holds: position 12");
        }
        assertThat(verified(exported.kept(growth), exported.kept(older), "--key", stranger))
                .startsWith("1 ");
        assertThat(verified(exported.kept(event), "--key", stranger)).startsWith("1 ");
        String bare = growth.substring(growth.indexOf("old "));
        assertThat(verified(exported.kept(bare), exported.kept(older), "--key", keys[keys.length - 1]))
                .startsWith("1 ");
    }

    @Test
    void an_old_key_signs_for_nothing_after_its_time() throws Exception {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder)) {
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            exported.keeper().cut();
            SignerKey stolen = SignerKey.read(Files.readString(folder.resolve("ledger/key")));
            exported.keeper().rotate();
            exported.log().append(Histories.append(STREAM, 9, "b", 5));
            String honest = exported.keeper().cut();
            Checkpoint checkpoint = Checkpoint.read(honest.substring(0, honest.indexOf("\n\n") + 1));
            String forged = stolen.sign(checkpoint.text());
            assertThat(exported.keeper().against(forged)).isPresent();
            assertThat(exported.keeper().against(honest)).isEmpty();
            assertThat(verified(exported.whole(), exported.kept(forged))).startsWith("1 ");
        }
    }

    /** At whatever moment the program stops, the next start has one key, and the log one story. */
    @Test
    void a_stop_in_the_middle_of_a_rotation_leaves_the_old_key_or_the_new_one() throws Exception {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder)) {
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            CheckpointKeeper keeper = exported.keeper();
            keeper.cut();
            Path ledger = folder.resolve("ledger");
            SignerKey present = SignerKey.read(Files.readString(ledger.resolve("key")));
            SignerKey next = SignerKey.generate("city.example");

            Files.writeString(ledger.resolve("key.next"), next.secret());
            assertThat(exported.keeper().verifier()).isEqualTo(present.verifier());
            assertThat(ledger.resolve("key.next")).doesNotExist();

            Files.writeString(ledger.resolve("key.next"), next.secret());
            Files.writeString(ledger.resolve("succession-001.txt"), KeySuccession.signed(10, present, next));
            assertThat(exported.keeper().verifier()).isEqualTo(next.verifier());
            assertThat(Files.readString(ledger.resolve("key.pub"))).isEqualTo(next.verifier() + "\n");
            assertThat(verified(exported.whole(), "--key", present.verifier())).startsWith("0 ");
        }
    }

    @Test
    void a_lost_key_is_told_and_not_passed_over() throws Exception {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder)) {
            assertThat(exported.keeper().verifier().name()).isEqualTo("city.example");
            assertThat(exported.keeper().keyMadeAt()).isZero();
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            String kept = exported.keeper().cut();
            delete(folder.resolve("ledger"));
            CheckpointKeeper keeper = exported.keeper();
            assertThat(keeper.against(kept)).get().asString().contains("is not signed by");
            assertThat(keeper.keyMadeAt()).isEqualTo(10);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
