package org.mingzhang.ledger.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The hash of a row of the log, as a leaf of an RFC 6962 tree.
 *
 * <p>SHA-256 over 0x00 ‖ position ‖ event id ‖ stream ‖ stream version ‖ name ‖ version ‖ recorded at ‖ actor ‖ command
 * id ‖ SHA-256(payload) ‖ SHA-256(metadata). Integers are big-endian (8 bytes; the event version 4), ids 16 bytes, texts
 * a 4-byte length and UTF-8, the time microseconds since 1970. Payload and metadata enter by their hashes, so that
 * neither size nor a later erasure of encrypted personal data breaks a proof.
 */
final class LeafHash {
    private LeafHash() {}

    static byte[] of(long position, Row row, Instant recordedAt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(0);
            out.writeLong(position);
            id(out, row.eventId());
            text(out, row.stream());
            out.writeLong(row.streamVersion());
            text(out, row.name());
            out.writeInt(row.version());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
            text(out, row.actor());
            id(out, row.commandId());
            out.write(sha256(row.payload().toArray()));
            out.write(sha256(row.metadata().toArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256(bytes.toByteArray());
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void id(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
