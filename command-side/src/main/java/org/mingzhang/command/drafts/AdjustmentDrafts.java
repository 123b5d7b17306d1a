package org.mingzhang.command.drafts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.command.attachments.AttachmentShelf;
import org.mingzhang.kernel.value.BudgetId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The drafts of everybody; each is seen by its writer alone. */
@Service
public class AdjustmentDrafts {
    private static final int LONGEST = 1_000_000;
    private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

    private final AdjustmentDraftTable drafts;
    private final SubmittedDraftTable submitted;
    private final AttachmentShelf files;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    AdjustmentDrafts(
            AdjustmentDraftTable drafts,
            SubmittedDraftTable submitted,
            AttachmentShelf files,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.drafts = drafts;
        this.submitted = submitted;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * A draft as it is.
     *
     * @param version to be sent back when it is saved again
     */
    public record Draft(
            UUID id,
            BudgetId budget,
            String owner,
            long version,
            Map<String, String> fields,
            List<AttachmentShelf.Kept> files,
            Instant changedAt) {}

    /**
     * What was answered when a draft became a document.
     *
     * @param key idempotency key under which it was handed in
     * @param version of the budget's stream after it
     * @param position of its last event
     */
    public record Became(String key, long version, long position, int events) {}

    /** What became of saving. */
    public sealed interface Saving {
        record Saved(UUID id, long version) implements Saving {}

        /** It was saved from elsewhere meanwhile; nothing of either is lost. */
        record Overtaken(Draft now, List<Difference> differences) implements Saving {}

        /** It is there no longer, or is larger than any form. */
        record Impossible() implements Saving {}
    }

    /** A field that the two do not say alike. */
    public record Difference(String field, String saved, String typed) {
        private static final Pattern ROW = Pattern.compile(".*\\[(\\d{1,4})]\\.\\w+");

        /** Which row of its list it is in, counted from 1; 0 for none. */
        public int row() {
            Matcher row = ROW.matcher(field);
            return row.matches() ? Integer.parseInt(row.group(1)) + 1 : 0;
        }

        /** Whether it says nothing of the document: what a form remembers of itself. */
        public boolean ofTheForm() {
            return field.equals("whole") || field.startsWith("shown[");
        }
    }

    /** What a form says, to be saved. */
    public record Writing(BudgetId budget, String owner, Map<String, String> fields, List<UUID> files) {}

    public Saving start(Writing writing) {
        String text = text(writing.fields());
        if (text.length() > LONGEST) {
            return new Saving.Impossible();
        }
        AdjustmentDraft draft =
                drafts.saveAndFlush(new AdjustmentDraft(writing.budget(), writing.owner(), text, clock.instant()));
        files.hold(draft.id(), writing.owner(), writing.files());
        return new Saving.Saved(draft.id(), draft.version());
    }

    /** Saves what somebody wrote who had seen that version. */
    public Saving save(UUID id, long seen, Writing writing) {
        String text = text(writing.fields());
        try {
            Saving saving = transaction.execute(status -> found(id, writing.budget(), writing.owner())
                    .filter(draft -> text.length() <= LONGEST)
                    .map(draft -> save(draft, seen, writing, text))
                    .orElseGet(Saving.Impossible::new));
            if (saving instanceof Saving.Saved) {
                files.hold(id, writing.owner(), writing.files());
            }
            return saving == null ? new Saving.Impossible() : saving;
        } catch (OptimisticLockingFailureException e) {
            return find(id, writing.budget(), writing.owner())
                    .<Saving>map(now -> overtaken(now, writing.fields()))
                    .orElseGet(Saving.Impossible::new);
        }
    }

    private Saving save(AdjustmentDraft draft, long seen, Writing writing, String text) {
        if (draft.version() != seen && !draft.fields().equals(text)) {
            return overtaken(draft(draft), writing.fields());
        }
        draft.rewrite(text, clock.instant());
        AdjustmentDraft saved = drafts.saveAndFlush(draft);
        return new Saving.Saved(saved.id(), saved.version());
    }

    private static Saving.Overtaken overtaken(Draft now, Map<String, String> typed) {
        TreeSet<String> names = new TreeSet<>(now.fields().keySet());
        names.addAll(typed.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            String saved = now.fields().getOrDefault(name, "");
            String written = typed.getOrDefault(name, "");
            if (!saved.equals(written)) {
                differences.add(new Difference(name, saved, written));
            }
        }
        return new Saving.Overtaken(now, differences);
    }

    /** In what a draft as it is now and what somebody typed differ; empty when it is there no longer. */
    public Optional<Saving.Overtaken> differing(UUID id, BudgetId budget, String owner, Map<String, String> typed) {
        return find(id, budget, owner).map(now -> overtaken(now, typed));
    }

    public Optional<Draft> find(UUID id, BudgetId budget, String owner) {
        return found(id, budget, owner).map(this::draft);
    }

    /** Those of a person, the youngest first. */
    public List<Draft> of(String owner) {
        Map<UUID, List<AttachmentShelf.Kept>> held = files.heldByDrafts(owner);
        return drafts.findByOwnerOrderByChangedAtDesc(owner).stream()
                .map(draft -> draft(draft, held.getOrDefault(draft.id(), List.of())))
                .toList();
    }

    public void discard(UUID id, BudgetId budget, String owner) {
        found(id, budget, owner).ifPresent(draft -> drafts.deleteById(draft.id()));
    }

    /** It has become a document; one that was saved from elsewhere meanwhile stays. */
    public void submitted(UUID id, long seen, BudgetId budget, String owner) {
        found(id, budget, owner).filter(draft -> draft.version() == seen).ifPresent(draft -> drafts.deleteById(id));
    }

    /** The same, and the answer is kept for whoever repeats it because theirs was lost. */
    public void submitted(UUID id, long seen, BudgetId budget, String owner, Became became) {
        if (!submitted.existsById(SubmittedDraft.id(id, became.key()))) {
            try {
                submitted.saveAndFlush(new SubmittedDraft(id, budget, owner, became));
            } catch (DataIntegrityViolationException e) {
                // another node has said the same
            }
        }
        submitted(id, seen, budget, owner);
    }

    /** What was answered whenever that draft became a document of theirs; empty when it never did. */
    public List<Became> became(UUID id, BudgetId budget, String owner) {
        return submitted.findByDraft(id).stream()
                .filter(row -> row.isOf(budget, owner))
                .map(SubmittedDraft::became)
                .toList();
    }

    private Optional<AdjustmentDraft> found(UUID id, BudgetId budget, String owner) {
        return drafts.findById(id)
                .filter(draft -> draft.owner().equals(owner) && draft.budget().equals(budget));
    }

    private Draft draft(AdjustmentDraft draft) {
        return draft(draft, files.held(draft.id()));
    }

    private Draft draft(AdjustmentDraft draft, List<AttachmentShelf.Kept> held) {
        return new Draft(
                draft.id(),
                draft.budget(),
                draft.owner(),
                draft.version(),
                fields(draft.fields()),
                held,
                draft.changedAt());
    }

    private String text(Map<String, String> fields) {
        try {
            return json.writeValueAsString(new TreeMap<>(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts cannot be written", e);
        }
    }

    private Map<String, String> fields(String text) {
        try {
            return json.readValue(text, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft cannot be read", e);
        }
    }
}
