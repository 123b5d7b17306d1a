package org.mingzhang.command.attachments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.BudgetId;

/** A shelf without a database. */
public final class AttachmentsInMemory implements AttachmentShelf {
    private final Map<UUID, Attachment> files = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();

    @Override
    public UUID keep(BudgetId budget, String owner, Attachment file, byte[] content) {
        UUID id = UUID.randomUUID();
        files.put(id, file);
        contents.put(file.sha256(), content);
        return id;
    }

    @Override
    public Optional<Kept> offeredAgain(UUID id, BudgetId budget, String owner) {
        return Optional.ofNullable(files.get(id)).map(file -> new Kept(id, file));
    }

    @Override
    public Optional<Content> read(BudgetId budget, String sha256) {
        return Optional.ofNullable(contents.get(sha256)).map(bytes -> new Content(bytes, sha256, sha256));
    }

    @Override
    public void hold(UUID draft, String owner, List<UUID> ids) {
        // everything stays in a test
    }

    @Override
    public List<Kept> held(UUID draft) {
        return List.of();
    }

    @Override
    public Map<UUID, List<Kept>> heldByDrafts(String owner) {
        return Map.of();
    }

    @Override
    public void clear() {
        // nothing grows old in a test
    }

    /** How many files are kept. */
    public int size() {
        return files.size();
    }
}
