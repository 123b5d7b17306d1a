package org.mingzhang.command.attachments;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.FiledAdjustment;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.BudgetId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shelf in tables of the database. */
@Service
class StoredAttachments implements AttachmentShelf {
    /** Below what a bytea holds on every database. */
    private static final int PIECE = 512 * 1024;

    private final KeptFileTable files;
    private final FilePieceTable pieces;
    private final BudgetCommands commands;
    private final AttachmentLimits limits;
    private final Clock clock;

    StoredAttachments(
            KeptFileTable files, FilePieceTable pieces, BudgetCommands commands, AttachmentLimits limits, Clock clock) {
        this.files = files;
        this.pieces = pieces;
        this.commands = commands;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID keep(BudgetId budget, String owner, Attachment file, byte[] content) {
        KeptFile kept = files.saveAndFlush(new KeptFile(UUID.randomUUID(), budget, owner, file, clock.instant()));
        List<FilePiece> parts = new ArrayList<>();
        for (int from = 0; from < content.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE));
            parts.add(new FilePiece(kept.id(), parts.size(), piece));
        }
        pieces.saveAll(parts);
        return kept.id();
    }

    @Override
    @Transactional
    public Optional<Kept> offeredAgain(UUID id, BudgetId budget, String owner) {
        int known = files.touch(id, budget.toString(), owner, clock.instant());
        return known == 0 ? Optional.empty() : files.findById(id).map(file -> new Kept(file.id(), file.file()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Content> read(BudgetId budget, String sha256) {
        Optional<Content> found = Optional.empty();
        for (KeptFile file : files.findByBudgetAndSha256(budget.toString(), sha256)) {
            Content content = content(file);
            if (content.unchanged()) {
                return Optional.of(content);
            }
            found = Optional.of(content);
        }
        return found;
    }

    @Override
    @Transactional
    public void clear() {
        Instant limit = clock.instant().minus(limits.kept());
        for (KeptFile file : files.findByNamedFalseAndDraftIsNullAndTouchedAtBefore(limit)) {
            if (isNamed(file)) {
                files.name(file.id());
            } else {
                files.remove(file.id(), limit);
            }
        }
    }

    private boolean isNamed(KeptFile file) {
        return commands.current(file.budget())
                .budget()
                .execution()
                .adjustments()
                .values()
                .map(FiledAdjustment::attachments)
                .anyMatch(all -> all.stream()
                        .anyMatch(one -> one.sha256().equals(file.file().sha256())));
    }

    private Content content(KeptFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pieces.findByAttachmentOrderByPieceNo(file.id()).forEach(piece -> bytes.writeBytes(piece.content()));
        byte[] all = bytes.toByteArray();
        return new Content(all, file.file().sha256(), FileExaminer.sha256(all));
    }

    @Override
    @Transactional
    public void hold(UUID draft, String owner, List<UUID> ids) {
        Instant now = clock.instant();
        files.release(draft, now);
        ids.forEach(id -> files.hold(id, draft, owner, now));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Kept> held(UUID draft) {
        return files.findByDraftOrderByNameAscIdAsc(draft).stream()
                .map(file -> new Kept(file.id(), file.file()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, List<Kept>> heldByDrafts(String owner) {
        Map<UUID, List<Kept>> held = new HashMap<>();
        for (KeptFile file : files.findByOwnerAndDraftIsNotNullOrderByNameAscIdAsc(owner)) {
            held.computeIfAbsent(file.draft().orElseThrow(), draft -> new ArrayList<>())
                    .add(new Kept(file.id(), file.file()));
        }
        return held;
    }
}
