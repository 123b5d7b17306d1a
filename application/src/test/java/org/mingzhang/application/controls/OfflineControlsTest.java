package org.mingzhang.application.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentReviewed;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.checkpoint.BundleExport;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.query.controls.ProveControls;

/** The controls over an exported bundle, as somebody runs them who has neither server nor database. */
class OfflineControlsTest {
    private static final BudgetId ID = BudgetId.parse("411200-103-2025");

    @TempDir
    static Path folder;

    private static Path sound;
    private static Path planted;
    private static Path ofBudget;
    private static String key = "";
    private static long position;

    @BeforeAll
    static void export() throws IOException {
        try (RunningApplication application = RunningApplication.start(folder.resolve("data"), true)) {
            key = application
                    .context()
                    .getBean(CheckpointKeeper.class)
                    .verifier()
                    .toString();
            BundleExport export = application.context().getBean(BundleExport.class);
            sound = bundle("sound.zip", export::write);
            ofBudget = bundle("budget.zip", out -> export.writeStream(ID.toString(), OptionalLong.empty(), out));
            position = written(application.context().getBean(EventLog.class));
            planted = bundle("planted.zip", export::write);
        }
    }

    private interface Writing {
        void write(OutputStream out) throws IOException;
    }

    private static Path bundle(String name, Writing writing) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            writing.write(out);
        }
        return file;
    }

    @Test
    void a_sound_bundle_holds_with_the_number_of_cases_and_the_money_of_each_control() throws IOException {
        Path csv = folder.resolve("sound.csv");
        String said = proved(sound.toString(), "--key", key, "--csv", csv.toString());

        assertThat(said)
                .startsWith("0 Everything holds: ")
                .contains("[ ok ] 调剂平衡：核对 ")
                .contains("全部成立：核对至位置 ")
                .doesNotContain("[FAIL]");
        assertThat(Files.readString(csv)).startsWith("\uFEFF控制,核对项数,涉及金额（元）,不符\r\n不相容职务分离,");
    }

    @Test
    void what_was_written_beneath_the_program_is_found_with_its_position_in_both_languages() throws IOException {
        Path csv = folder.resolve("planted.csv");
        assertThat(proved(planted.toString(), "--csv", csv.toString()))
                .startsWith("1 ")
                .contains("[FAIL] 权限与程序：")
                .contains(position + " " + ID + " 第 7 号调整的“财政审核”由无权的岗位决定：单位经办。");
        assertThat(Files.readString(csv)).contains("权限与程序," + position + "," + ID + ",第 7 号调整的");
        assertThat(proved(planted.toString(), "--english"))
                .startsWith("1 ")
                .contains("[FAIL] ")
                .contains("Something does not hold");
    }

    @Test
    void a_bundle_that_does_not_verify_proves_nothing() throws IOException {
        Path changed = folder.resolve("changed.zip");
        try (ZipFile from = new ZipFile(sound.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("events.tsv")) {
                    bytes[bytes.length / 2] ^= 1;
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes);
            }
        }
        assertThat(proved(changed.toString()))
                .startsWith("3 It does not hold: ")
                .doesNotContain("全部成立");
    }

    @Test
    void the_database_of_a_stopped_installation_is_proved_as_its_bundle_is() {
        assertThat(proved("--data", folder.resolve("data").toString()))
                .startsWith("1 Everything holds: ")
                .contains("checkpoints kept in " + folder.resolve("data/ledger"))
                .contains(position + " " + ID + " 第 7 号调整的“财政审核”由无权的岗位决定：单位经办。");
    }

    @Test
    void a_wrong_call_is_said_and_is_no_verdict() {
        assertThat(proved()).startsWith("2 there is no installation in ");
        assertThat(proved(sound.toString(), "--key")).startsWith("2 ");
        assertThat(proved(sound.toString(), "--loud")).startsWith("2 ");
        assertThat(proved(folder.resolve("nothing.zip").toString()))
                .startsWith("2 ")
                .contains("usage: controls ")
                .doesNotContain("usage: verify-ledger");
        assertThat(proved(ofBudget.toString())).startsWith("2 ").contains("a bundle of the whole log");
    }

    private static String proved(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = ProveControls.run(List.of(arguments), out, out);
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    /** A station that nobody asked for, passed by a clerk; answers its position. */
    private static long written(EventLog log) {
        UUID command = UUID.randomUUID();
        Envelope<LedgerEvent> review = new Envelope<>(
                command,
                Actor.of("clerk", "文员", Role.UNIT_OFFICER),
                LocalDate.of(2025, 3, 3),
                new AdjustmentReviewed(ID, 7, AdjustmentStation.FINANCE_REVIEW, Optional.empty(), "同意"));
        log.append(new Append(
                List.of(new NewEvent(UUID.randomUUID(), ID.toString(), review)),
                Map.of(ID.toString(), log.streamVersion(ID.toString())),
                new Append.Claim("clerk", command.toString(), Bytes.of(new byte[32]), command, ID.toString())));
        return log.head();
    }
}
