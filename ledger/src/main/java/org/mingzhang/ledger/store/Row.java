package org.mingzhang.ledger.store;

import java.util.UUID;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.TreeHash;

/** An event encoded for the log, with its place in its stream, before it has a position. */
record Row(
        UUID eventId,
        String stream,
        long streamVersion,
        String name,
        int version,
        String actor,
        UUID commandId,
        Bytes payload,
        Bytes metadata,
        Hash payloadHash,
        Hash metadataHash) {
    Row(
            UUID eventId,
            String stream,
            long streamVersion,
            String name,
            int version,
            String actor,
            UUID commandId,
            Bytes payload,
            Bytes metadata,
            TreeHash hash) {
        this(
                eventId,
                stream,
                streamVersion,
                name,
                version,
                actor,
                commandId,
                payload,
                metadata,
                hash.ofBytes(payload.toArray()),
                hash.ofBytes(metadata.toArray()));
    }

    /** The same at another place in its stream. */
    Row at(long version) {
        return new Row(
                eventId,
                stream,
                version,
                name,
                this.version,
                actor,
                commandId,
                payload,
                metadata,
                payloadHash,
                metadataHash);
    }
}
