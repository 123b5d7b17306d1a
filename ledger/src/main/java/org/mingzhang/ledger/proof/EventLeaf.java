package org.mingzhang.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a row of the log says, as a leaf of the tree.
 *
 * <p>The hash of the log, which is SHA-256 unless it says otherwise, over 0x00 ‖ position ‖ event id ‖ stream ‖ stream version ‖ name ‖ version ‖ recorded at ‖ actor ‖ command
 * id ‖ hash(payload) ‖ hash(metadata). Integers are big-endian (8 bytes; the event version 4), ids 16 bytes, texts
 * a 4-byte length and UTF-8, the time microseconds since 1970. Payload and metadata enter by their hashes, so that
 * neither size nor a later erasure of encrypted personal data breaks a proof. Stored for ever.
 *
 * @param recordedMicros microseconds since 1970
 * @param payloadHash of the stored bytes, by the algorithm of the log
 */
public record EventLeaf(
        long position,
        UUID eventId,
        String stream,
        long streamVersion,
        String name,
        int version,
        long recordedMicros,
        String actor,
        UUID commandId,
        Hash payloadHash,
        Hash metadataHash) {
    public Hash hash() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(position);
            id(out, eventId);
            text(out, stream);
            out.writeLong(streamVersion);
            text(out, name);
            out.writeInt(version);
            out.writeLong(recordedMicros);
            text(out, actor);
            id(out, commandId);
            out.write(payloadHash.toArray());
            out.write(metadataHash.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return payloadHash.algorithm().ofLeaf(bytes.toByteArray());
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
