package org.mingzhang.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;

/** Stored is for ever: every event version has a frozen sample that reads and writes the very same bytes. */
class FrozenEventsTest {
    private static final Path SAMPLES = Path.of("..", "shared-kernel", "src", "test", "resources", "events");
    private final EventCodec codec = new EventCodec();

    static Stream<LedgerEvent> samples() {
        return EventSamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_event_reads_and_writes_the_bytes_of_its_frozen_sample(LedgerEvent event) throws IOException {
        EventName name = EventName.of(event);
        Path file = SAMPLES.resolve(name.name() + "-v" + name.version() + ".json");
        if (!Files.exists(file)) {
            Files.write(file, codec.payload(event));
            throw new AssertionError(
                    "a sample for " + name + " was missing and has been written; look at it, then add it");
        }
        byte[] frozen = Files.readAllBytes(file);
        LedgerEvent read = codec.event(name, frozen, "sample");
        assertThat(read).isEqualTo(event);
        assertThat(new String(codec.payload(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(frozen, StandardCharsets.UTF_8));
    }

    @Test
    void no_event_of_the_catalogue_is_without_a_sample() {
        Set<EventName> sampled = new HashSet<>();
        EventSamples.all().forEach(event -> sampled.add(EventName.of(event)));
        assertThat(sampled).isEqualTo(EventName.types().keySet());
    }

    @Test
    void every_version_that_was_ever_frozen_is_read_as_the_event_it_has_become() throws IOException {
        Set<EventName> earlier = new HashSet<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.toList()) {
                String[] parts = file.getFileName().toString().split("-v|\\.json");
                EventName name = new EventName(parts[0], Integer.parseInt(parts[1]));
                LedgerEvent read = codec.event(name, Files.readAllBytes(file), "sample");
                boolean written = EventName.types().containsKey(name);
                assertThat(Stream.concat(
                                EventSamples.all().stream(),
                                written ? Stream.empty() : EventSamples.earlier().stream()))
                        .as(name.toString())
                        .contains(read);
                if (!EventName.types().containsKey(name)) {
                    earlier.add(name);
                }
            }
        }
        assertThat(earlier)
                .contains(
                        new EventName("command-accepted", 1),
                        new EventName("command-refused", 1),
                        new EventName("performance-monitored", 1),
                        new EventName("adjustment-submitted", 1));
    }

    @Test
    void every_kind_of_event_has_a_stored_name() {
        assertThat(EventName.types().values())
                .containsExactlyInAnyOrderElementsOf(leaves(LedgerEvent.class).toList());
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends LedgerEvent>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null
                ? Stream.of((Class<? extends LedgerEvent>) type)
                : Stream.of(permitted).flatMap(FrozenEventsTest::leaves);
    }

    @Test
    void an_unknown_name_stops_loudly_and_names_itself() {
        assertThatThrownBy(() ->
                        codec.event(new EventName("line-vanished", 1), new byte[0], "411200-103-2025 at position 7"))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("line-vanished/1")
                .hasMessageContaining("position 7");
    }

    @Test
    void an_unknown_property_stops_loudly() {
        byte[] payload = "{\"budget\":\"411200-103-2025\",\"note\":\"\",\"more\":1}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> codec.event(new EventName("first-proposal-submitted", 1), payload, "s"))
                .isInstanceOf(UnknownEventException.class);
    }

    @Test
    void a_missing_property_stops_loudly() {
        byte[] payload = "{\"budget\":\"411200-103-2025\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> codec.event(new EventName("first-proposal-submitted", 1), payload, "s"))
                .isInstanceOf(UnknownEventException.class);
    }
}
