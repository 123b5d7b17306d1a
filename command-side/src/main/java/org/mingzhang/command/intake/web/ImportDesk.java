package org.mingzhang.command.intake.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.command.intake.Choices;
import org.mingzhang.command.intake.Examination;
import org.mingzhang.command.intake.Intake;
import org.mingzhang.command.intake.Problem;
import org.mingzhang.command.intake.book.BookReader;
import org.mingzhang.command.intake.book.Limits;
import org.mingzhang.command.intake.book.RawBook;
import org.mingzhang.command.intake.drafts.DraftShelf;
import org.mingzhang.command.intake.drafts.ImportDraft;
import org.mingzhang.command.web.CommandDoor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.identity.Identities;
import org.springframework.stereotype.Service;

/** Reads, examines and records drafts; remembers the last few that it read. */
@Service
class ImportDesk {
    /** Each may be as large as the limits allow. */
    private static final int REMEMBERED = 4;

    private final Intake intake;
    private final BudgetCommands commands;
    private final DraftShelf shelf;
    private final CommandDoor door;
    private final ImportExecutor executor;
    private final Map<UUID, RawBook> books = new Recent<>(REMEMBERED);
    private final Map<Asked, ImportJob<Examination>> examinations = new Recent<>(REMEMBERED);
    private final Map<Recording, ImportJob<Recorded>> recordings = new Recent<>(REMEMBERED * REMEMBERED);

    ImportDesk(Intake intake, BudgetCommands commands, DraftShelf shelf, CommandDoor door, ImportExecutor executor) {
        this.intake = intake;
        this.commands = commands;
        this.shelf = shelf;
        this.door = door;
        this.executor = executor;
    }

    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }

    /** An examination is the same as long as these are. */
    private record Asked(UUID draft, long version, Choices choices, Object who) {}

    /** Told only to whoever's draft it was, also when it is done and the draft is gone. */
    private record Recording(UUID draft, BudgetId budget, String owner) {}

    /**
     * What became of a recording.
     *
     * @param outcome empty when the budget has moved on since the preview, or nothing was to be recorded
     */
    record Recorded(Optional<Outcome> outcome) {}

    /** The examination of the draft as it is now, running or finished. */
    ImportJob<Examination> examination(ImportDraft draft) {
        Choices choices = shelf.choices(draft, reason(draft));
        var circumstances = door.envelope(draft.budget(), draft.id().toString());
        long version = commands.current(draft.budget()).version();
        Asked asked = new Asked(draft.id(), version, choices, circumstances.actor());
        return started(examinations, asked, rows -> intake.examine(circumstances, book(draft, rows), choices));
    }

    /** Records the draft when it would still do what the mark stands for; asked twice, it is done once. */
    ImportJob<Recorded> recording(ImportDraft draft, String mark) {
        Choices choices = shelf.choices(draft, reason(draft));
        var circumstances = door.envelope(draft.budget(), "import-" + mark);
        Origin origin = door.origin(Origin.Channel.IMPORT);
        Recording key = new Recording(draft.id(), draft.budget(), draft.owner());
        return started(recordings, key, rows -> {
            Examination examination = intake.examine(circumstances, book(draft, rows), choices);
            insisted(circumstances, examination, origin);
            Optional<Outcome> outcome = examination
                    .batch()
                    .filter(batch -> mark(examination).equals(mark))
                    .map(batch -> submit(circumstances.with(batch), mark, examination.version(), origin));
            if (outcome.filter(Outcome.Done.class::isInstance).isPresent()) {
                shelf.discard(draft.id());
            }
            return new Recorded(outcome);
        });
    }

    /** The recording of the draft that was begun last. */
    Optional<ImportJob<Recorded>> recording(UUID draft, BudgetId budget, String owner) {
        synchronized (recordings) {
            return Optional.ofNullable(recordings.get(new Recording(draft, budget, owner)));
        }
    }

    /** After a recording that did not happen, so that it can be tried again. */
    void forget(UUID draft) {
        synchronized (recordings) {
            recordings.keySet().removeIf(recording -> recording.draft().equals(draft));
        }
    }

    /** Records what an examination found to fit; a refusal holds for the day, because some rules ask for it. */
    Outcome submit(Envelope<BudgetCommand.Batch> batch, String mark, long version, Origin origin) {
        return commands.submit(new BudgetCommands.Submission(
                batch.with(batch.message()),
                "import-" + mark + "-" + batch.businessDay(),
                OptionalLong.of(version),
                origin));
    }

    /**
     * Keeps for the auditors that somebody insisted on what the rules refuse; of what cannot be read nothing was handed in.
     */
    void insisted(Envelope<BudgetId> circumstances, Examination examination, Origin origin) {
        boolean readable =
                examination.problems().allMatch(problem -> problem.cause() instanceof Problem.Cause.Objection);
        examination.refused().filter(batch -> readable).ifPresent(batch -> {
            Envelope<BudgetCommand> act = circumstances.with(batch);
            BudgetCommands.Submission submission = new BudgetCommands.Submission(
                    act, "insisted-" + Identities.next(), OptionalLong.of(examination.version()), origin);
            if (examination.names(Refusal.OfAnotherUnit.class)) {
                commands.turnedAway(submission, BudgetCommands.TurnedAway.NOT_THEIR_UNIT);
            } else {
                commands.submit(submission);
            }
        });
    }

    /** Stands for what an examination would record, on the version it was compared with; also the idempotency key. */
    static String mark(Examination examination) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Long.toString(examination.version()).getBytes(StandardCharsets.UTF_8));
            examination
                    .batch()
                    .ifPresent(batch -> batch.commands()
                            .forEach(command -> digest.update(command.toString().getBytes(StandardCharsets.UTF_8))));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String reason(ImportDraft draft) {
        return reason(draft.fileNames());
    }

    /** What the history says of what an import changed. */
    static String reason(String files) {
        String reason = "导入：" + files;
        return reason.length() <= 200 ? reason : reason.substring(0, 199) + "…";
    }

    private RawBook book(ImportDraft draft, AtomicLong rows) {
        synchronized (books) {
            RawBook known = books.get(draft.id());
            if (known != null) {
                return known;
            }
        }
        RawBook read = new BookReader(Limits.usual()).read(shelf.files(draft.id()), rows::set);
        synchronized (books) {
            books.put(draft.id(), read);
        }
        return read;
    }

    private <K, T> ImportJob<T> started(Map<K, ImportJob<T>> jobs, K key, ImportJob.Work<T> work) {
        ImportJob<T> fresh = new ImportJob<>();
        synchronized (jobs) {
            ImportJob<T> known = jobs.get(key);
            if (known != null && !known.failed()) {
                return known;
            }
            jobs.put(key, fresh);
        }
        executor.execute(() -> fresh.run(work));
        return fresh;
    }
}
