package org.mingzhang.application.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.codec.EventSamples;
import org.mingzhang.ledger.proof.EventLeaf;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.testing.OpenDatabase;

/** The files of frozen events, laid into an empty log byte for byte: what writes today has no hand in it. */
record FrozenFiles(List<Frozen> events) {
    private static final Actor ACTOR = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
    private static final UUID COMMAND = UUID.nameUUIDFromBytes("frozen".getBytes(StandardCharsets.UTF_8));
    private static final Instant RECORDED = Instant.parse("2025-01-02T04:00:00Z");

    /** @param bytes of the payload */
    record Frozen(EventName name, Bytes bytes) {}

    /** Those of today in the order of the samples, and after them those that are only read any more. */
    static FrozenFiles read() throws IOException {
        Path folder = Stream.of(Path.of(".."), Path.of("."))
                .map(root -> root.resolve(Path.of("shared-kernel", "src", "test", "resources", "events")))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
        List<String> names = new ArrayList<>(EventSamples.all().stream()
                .map(EventName::of)
                .map(name -> name.name() + "-v" + name.version() + ".json")
                .toList());
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> !Set.copyOf(names).contains(file))
                    .sorted()
                    .toList()
                    .forEach(names::add);
        }
        List<Frozen> events = new ArrayList<>();
        for (String name : names) {
            String[] parts = name.split("-v|\\.json");
            Bytes bytes = Bytes.of(Files.readAllBytes(folder.resolve(name)));
            events.add(new Frozen(new EventName(parts[0], Integer.parseInt(parts[1])), bytes));
        }
        return new FrozenFiles(events);
    }

    /** How many of them no release writes any more. */
    long earlier() {
        return events.stream()
                .filter(event -> !EventName.types().containsKey(event.name()))
                .count();
    }

    /** From the first position of a log that is empty, all in one stream. */
    void plant(OpenDatabase open, String stream) throws SQLException {
        try (Connection connection = open.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                            "insert into event_log values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                    Statement head = connection.createStatement()) {
                for (int at = 0; at < events.size(); at++) {
                    insert(insert, stream, at, events.get(at));
                }
                head.executeUpdate("update log_head set next_position = " + (events.size() + 1));
            }
            connection.commit();
        }
    }

    private static void insert(PreparedStatement insert, String stream, int at, Frozen event) throws SQLException {
        byte[] metadata = new EventCodec().metadata(new Envelope<>(COMMAND, ACTOR, LocalDate.of(2025, 1, 2), ""));
        UUID id = UUID.nameUUIDFromBytes(event.name().toString().getBytes(StandardCharsets.UTF_8));
        EventLeaf leaf = new EventLeaf(
                at + 1L,
                id,
                stream,
                at,
                event.name().name(),
                event.name().version(),
                ChronoUnit.MICROS.between(Instant.EPOCH, RECORDED),
                ACTOR.login(),
                COMMAND,
                TreeHash.usual().ofBytes(event.bytes().toArray()),
                TreeHash.usual().ofBytes(metadata));
        List<Object> values = List.of(
                leaf.position(),
                id,
                stream,
                leaf.streamVersion(),
                leaf.name(),
                leaf.version(),
                OffsetDateTime.ofInstant(RECORDED, ZoneOffset.UTC),
                leaf.actor(),
                COMMAND,
                event.bytes().toArray(),
                metadata,
                leaf.hash().toArray());
        for (int column = 0; column < values.size(); column++) {
            insert.setObject(column + 1, values.get(column));
        }
        insert.executeUpdate();
    }
}
