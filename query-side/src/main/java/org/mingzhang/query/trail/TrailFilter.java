package org.mingzhang.query.trail;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which entries are wanted; everything that is said has to fit.
 *
 * @param after position after which they stand; 0 for all
 * @param until the last position they may have
 * @param kind of an event or of a group of them
 * @param fewest and {@code most} fen, without sign, of any amount that the entry names
 * @param words each of which stands in what people typed
 * @param document a part of its number or title, and all that belongs to the adjustments that are named so
 * @param within what whoever asks may see; empty for all
 */
public record TrailFilter(
        long after,
        long until,
        Optional<String> kind,
        Optional<String> person,
        Optional<String> unit,
        Optional<String> code,
        OptionalLong fewest,
        OptionalLong most,
        Optional<NamedDocument> document,
        Optional<String> budget,
        Optional<TrailKeys.Outcome> outcome,
        List<String> words,
        Optional<Within> within) {
    /**
     * What somebody of limited rights may see.
     *
     * @param scope the division or department that all of it belongs to; empty when it is limited otherwise
     */
    public record Within(Optional<String> scope, Set<String> streams) {
        public Within {
            streams = Set.copyOf(streams);
        }
    }

    public TrailFilter {
        words = List.copyOf(words);
    }

    public static final TrailFilter EVERYTHING = new TrailFilter(
            0,
            Long.MAX_VALUE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    /** The same with a kind. */
    public TrailFilter ofKind(String other) {
        return new TrailFilter(
                after,
                until,
                Optional.of(other),
                person,
                unit,
                code,
                fewest,
                most,
                document,
                budget,
                outcome,
                words,
                within);
    }

    public TrailFilter by(String other) {
        return new TrailFilter(
                after,
                until,
                kind,
                Optional.of(other),
                unit,
                code,
                fewest,
                most,
                document,
                budget,
                outcome,
                words,
                within);
    }

    /** The same of what stands no later than a position. */
    TrailFilter until(long last) {
        return new TrailFilter(
                after,
                Math.min(until, last),
                kind,
                person,
                unit,
                code,
                fewest,
                most,
                document,
                budget,
                outcome,
                words,
                within);
    }

    public TrailFilter saying(List<String> other) {
        return new TrailFilter(
                after, until, kind, person, unit, code, fewest, most, document, budget, outcome, other, within);
    }

    /** @param least and {@code greatest} fen */
    public TrailFilter between(long least, long greatest) {
        return new TrailFilter(
                after,
                until,
                kind,
                person,
                unit,
                code,
                OptionalLong.of(least),
                OptionalLong.of(greatest),
                document,
                budget,
                outcome,
                words,
                within);
    }

    boolean amounts() {
        return fewest.isPresent() || most.isPresent();
    }

    long least() {
        return fewest.orElse(1);
    }

    long greatest() {
        return most.orElse(Long.MAX_VALUE);
    }

    /** Whether an entry fits, apart from where it stands; the index never decides this alone. */
    boolean fits(TrailKeys keys) {
        return kind.filter(wanted -> !keys.kinds().contains(wanted)).isEmpty()
                && person.filter(wanted -> !keys.persons().contains(wanted)).isEmpty()
                && unit.filter(wanted -> !keys.units().contains(wanted)).isEmpty()
                && code.filter(wanted -> !keys.codes().contains(wanted)).isEmpty()
                && budget.filter(wanted -> !keys.about().equals(wanted)).isEmpty()
                && outcome.filter(wanted -> keys.outcome() != wanted).isEmpty()
                && within.filter(theirs -> !theirs.streams().contains(keys.about()))
                        .isEmpty()
                && (!amounts() || keys.amounts().stream().anyMatch(fen -> fen >= least() && fen <= greatest()))
                && document.filter(wanted -> !wanted.fits(keys)).isEmpty()
                && words.stream().allMatch(word -> keys.texts().stream().anyMatch(text -> text.contains(word)));
    }
}
