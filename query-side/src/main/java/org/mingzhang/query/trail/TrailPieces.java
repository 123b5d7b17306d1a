package org.mingzhang.query.trail;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;

/** Everything that fits, newest first; only one piece of it is in memory, and the next is asked for when that is taken. */
final class TrailPieces implements Iterator<TrailEntry> {
    private static final int TOGETHER = 400;

    private final TrailIndex index;
    private final TrailFilter filter;
    private final TrailTelling telling;
    private final Runnable lookedOn;
    private OptionalLong before;
    private Iterator<TrailEntry> piece = List.<TrailEntry>of().iterator();

    /** @param lookedOn called after each look */
    TrailPieces(TrailIndex index, TrailFilter filter, long before, TrailTelling telling, Runnable lookedOn) {
        this.lookedOn = lookedOn;
        this.index = index;
        this.filter = filter;
        this.telling = telling;
        this.before = OptionalLong.of(before);
    }

    @Override
    public boolean hasNext() {
        while (!piece.hasNext() && before.isPresent()) {
            TrailIndex.Found found = index.find(filter, before.getAsLong(), TOGETHER, TrailIndex.LOOKED_AT);
            piece = telling.tell(found.events()).iterator();
            before = found.next();
            lookedOn.run();
        }
        return piece.hasNext();
    }

    @Override
    public TrailEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return piece.next();
    }
}
