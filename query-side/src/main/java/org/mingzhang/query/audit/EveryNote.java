package org.mingzhang.query.audit;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/** All that was handed in, the newest first, fetched in portions: a budget may have hundreds of thousands. */
final class EveryNote implements Iterator<SubmissionsPage.Line> {
    private final Function<Optional<Long>, List<SubmissionNotes.Note>> portions;
    private final Function<SubmissionNotes.Note, SubmissionsPage.Line> lines;
    private final Queue<SubmissionNotes.Note> fetched = new ArrayDeque<>();
    private Optional<Long> before = Optional.empty();
    private boolean over;

    /** @param portions those before a position, from the newest where it is empty; none when there are no more */
    EveryNote(
            Function<Optional<Long>, List<SubmissionNotes.Note>> portions,
            Function<SubmissionNotes.Note, SubmissionsPage.Line> lines) {
        this.portions = portions;
        this.lines = lines;
    }

    @Override
    public boolean hasNext() {
        if (fetched.isEmpty() && !over) {
            List<SubmissionNotes.Note> portion = portions.apply(before);
            over = portion.isEmpty();
            fetched.addAll(portion);
        }
        return !fetched.isEmpty();
    }

    @Override
    public SubmissionsPage.Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SubmissionNotes.Note note = fetched.remove();
        before = Optional.of(note.position());
        return lines.apply(note);
    }
}
