package org.mingzhang.ledger.proof;

import java.nio.ByteBuffer;
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
    /** Bytes of everything but the texts: three numbers, the version, two ids, three lengths and two hashes. */
    private static final int FIXED = 3 * Long.BYTES + Integer.BYTES + 2 * 16 + 3 * Integer.BYTES + 2 * Hash.BYTES;

    public Hash hash() {
        byte[] streamBytes = stream.getBytes(StandardCharsets.UTF_8);
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] actorBytes = actor.getBytes(StandardCharsets.UTF_8);
        int size = FIXED + streamBytes.length + nameBytes.length + actorBytes.length;
        ByteBuffer out = ByteBuffer.allocate(size).putLong(position);
        id(out, eventId);
        text(out, streamBytes).putLong(streamVersion);
        text(out, nameBytes).putInt(version).putLong(recordedMicros);
        text(out, actorBytes);
        id(out, commandId);
        out.put(payloadHash.toArray()).put(metadataHash.toArray());
        return payloadHash.algorithm().ofLeaf(out.array());
    }

    private static void id(ByteBuffer out, UUID id) {
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static ByteBuffer text(ByteBuffer out, byte[] bytes) {
        return out.putInt(bytes.length).put(bytes);
    }
}
