package org.mingzhang.command.intake.drafts;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingzhang.command.intake.Choices;
import org.mingzhang.command.intake.Place;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.BudgetId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps uploaded workbooks for the person who uploaded them. */
@Service
public class DraftShelf {
    /** Below what a bytea holds on every database. */
    private static final int PIECE = 512 * 1024;

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NAMES = 500;

    private final ImportDraftTable drafts;
    private final ImportPieceTable pieces;
    private final ImportMendTable mends;
    private final ImportHeadTable heads;
    private final Clock clock;

    DraftShelf(
            ImportDraftTable drafts,
            ImportPieceTable pieces,
            ImportMendTable mends,
            ImportHeadTable heads,
            Clock clock) {
        this.drafts = drafts;
        this.pieces = pieces;
        this.mends = mends;
        this.heads = heads;
        this.clock = clock;
    }

    /** Keeps the files; drafts that nobody came back to for a month go. */
    @Transactional
    public UUID keep(BudgetId budget, String owner, List<UploadedFile> files) {
        Instant now = clock.instant();
        drafts.deleteAll(drafts.findByCreatedAtBefore(now.minus(KEPT)));
        String names = files.stream().map(UploadedFile::name).collect(Collectors.joining("、"));
        ImportDraft draft = drafts.saveAndFlush(new ImportDraft(budget, owner, shortened(names, LONGEST_NAMES), now));
        for (int file = 0; file < files.size(); file++) {
            pieces.saveAll(pieces(draft.id(), file, files.get(file)));
        }
        return draft.id();
    }

    /** The draft when it is theirs and for that budget. */
    @Transactional(readOnly = true)
    public Optional<ImportDraft> find(UUID id, BudgetId budget, String owner) {
        return drafts.findById(id)
                .filter(draft -> draft.owner().equals(owner) && draft.budget().equals(budget));
    }

    @Transactional(readOnly = true)
    public List<ImportDraft> of(String owner, BudgetId budget) {
        return drafts.findByOwnerAndBudgetOrderByCreatedAtDesc(owner, budget.toString());
    }

    /** The files as they were sent. */
    @Transactional(readOnly = true)
    public List<UploadedFile> files(UUID draft) {
        Map<Integer, ByteArrayOutputStream> contents = new LinkedHashMap<>();
        Map<Integer, String> names = new LinkedHashMap<>();
        for (ImportPiece piece : pieces.findByDraftOrderByFileNoAscPieceNoAsc(draft)) {
            names.put(piece.fileNo(), piece.fileName());
            contents.computeIfAbsent(piece.fileNo(), file -> new ByteArrayOutputStream())
                    .writeBytes(piece.content());
        }
        List<UploadedFile> files = new ArrayList<>();
        contents.forEach(
                (file, content) -> files.add(new UploadedFile(names.getOrDefault(file, ""), content.toByteArray())));
        return files;
    }

    /** What was decided about the draft's cells, and about heads by its owner. */
    @Transactional(readOnly = true)
    public Choices choices(ImportDraft draft, String reason) {
        return new Choices(
                heads.findByOwner(draft.owner()).stream()
                        .collect(Collectors.toMap(ImportHead::head, ImportHead::field)),
                mends.findByDraft(draft.id()).stream()
                        .collect(Collectors.toMap(ImportMend::place, ImportMend::content)),
                reason);
    }

    /** Remembers what was typed over cells, and what heads mean. */
    @Transactional
    public void decide(ImportDraft draft, Map<Place, String> typed, Map<Choices.Head, String> meant) {
        Map<Place, ImportMend> mended =
                mends.findByDraft(draft.id()).stream().collect(Collectors.toMap(ImportMend::place, mend -> mend));
        typed.forEach((place, text) -> {
            ImportMend known = mended.get(place);
            if (known == null) {
                mends.save(new ImportMend(draft.id(), place, text));
            } else {
                known.retype(text);
            }
        });
        Map<Choices.Head, ImportHead> known =
                heads.findByOwner(draft.owner()).stream().collect(Collectors.toMap(ImportHead::head, head -> head));
        meant.forEach((head, field) -> {
            ImportHead old = known.get(head);
            if (old == null) {
                heads.save(new ImportHead(draft.owner(), head, field));
            } else {
                old.means(field);
            }
        });
    }

    @Transactional
    public void discard(UUID draft) {
        drafts.deleteById(draft);
    }

    private static List<ImportPiece> pieces(UUID draft, int number, UploadedFile file) {
        List<ImportPiece> pieces = new ArrayList<>();
        byte[] content = file.content();
        for (int from = 0; from < content.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE));
            pieces.add(new ImportPiece(draft, number, pieces.size(), shortened(file.name(), LONGEST_NAME), piece));
        }
        return pieces;
    }

    /** The end of a long name is kept, because it says what kind of file it is. */
    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : "…" + text.substring(text.length() - longest + 1);
    }
}
