package org.mingzhang.application.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentTookEffect;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.controls.Control;
import org.mingzhang.query.controls.ControlFinding;
import org.mingzhang.query.controls.ControlProof;
import org.mingzhang.query.controls.WholeLog;

/** The sample year as the program itself has recorded it, and what somebody may write into a copy of its log. */
class SampleControlsTest {
    @TempDir
    static Path data;

    private static List<RecordedEvent> log = List.of();

    @BeforeAll
    static void load() {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            log = application.context().getBean(EventLog.class).read(0, 100_000);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_the_program_records_holds_and_every_control_has_something_to_examine(TestDatabase database) {
        ControlProof proof = proofOfCopy(database, 0, envelope -> envelope);

        assertThat(proof.findings()).isEmpty();
        assertThat(proof.position()).isEqualTo(log.size());
        assertThat(proof.parts())
                .allSatisfy(part ->
                        assertThat(part.examined()).as(part.control().name()).isPositive());
    }

    @ParameterizedTest
    @MethodSource("crimes")
    void what_was_written_beneath_the_program_is_found_at_its_position(
            String name, Class<? extends LedgerEvent> kind, Crimes.Crime crime, Control control, String word) {
        RecordedEvent victim = log.stream()
                .filter(event -> kind.isInstance(event.envelope().message()))
                .filter(event -> crime.fits(event.envelope()))
                .findFirst()
                .orElseThrow();

        ControlProof proof = proofOfCopy(TestDatabase.H2, victim.position(), crime::commit);

        assertThat(proof.findings()).as(name).anySatisfy(finding -> {
            assertThat(finding.control()).isEqualTo(control);
            assertThat(finding.word()).isEqualTo(word);
            assertThat(finding.position()).isEqualTo(victim.position());
            assertThat(finding.stream()).isEqualTo(victim.stream());
        });
        assertThat(proof.findings())
                .as("nothing before the command is blamed")
                .allSatisfy(finding -> assertThat(finding.position()).isGreaterThanOrEqualTo(begun(victim)));
    }

    @Test
    void findings_come_in_the_order_of_the_log() {
        List<ControlFinding> findings = proofOfCopy(
                        TestDatabase.H2, firstEffect(), new Crimes(log).moreThanAsked()::commit)
                .findings();

        assertThat(findings).isSortedAccordingTo(Comparator.comparingLong(ControlFinding::position));
    }

    /** The first position of the command that an event belongs to. */
    private static long begun(RecordedEvent event) {
        return log.stream()
                .filter(other ->
                        other.envelope().commandId().equals(event.envelope().commandId()))
                .findFirst()
                .orElseThrow()
                .position();
    }

    private static long firstEffect() {
        return log.stream()
                .filter(event -> event.envelope().message() instanceof AdjustmentTookEffect)
                .findFirst()
                .orElseThrow()
                .position();
    }

    static Stream<Arguments> crimes() {
        return new Crimes(log).all();
    }

    private static ControlProof proofOfCopy(TestDatabase kind, long at, UnaryOperator<Envelope<LedgerEvent>> change) {
        try (OpenDatabase open = kind.open();
                JdbcEventLog copy = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CopiedLog.write(copy, log, at, change);
            return WholeLog.proved(copy, position -> {});
        }
    }
}
