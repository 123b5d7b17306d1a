package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The checkpoints that were kept, a file for each size, in a folder for each year.
 *
 * <p>Which sizes there are is known in memory: folders are listed when a checkpoint is cut, and not by readers.
 */
final class KeptNotes {
    private static final Pattern NAME = Pattern.compile("[0-9]{12,18}\\.txt");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    /** A folder that was written to a moment ago may be written to again with the same time. */
    private static final long MOMENT_SECONDS = 3;

    private final Path folder;
    private final InstantSource clock;
    private volatile List<Shelf> shelves = List.of();
    private volatile Optional<Kept> newest = Optional.empty();

    KeptNotes(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** A checkpoint as it was kept. */
    record Kept(long size, String note, Instant at) {}

    /** The notes in one folder. */
    private record Shelf(Path folder, FileTime changed, List<Long> sizes) {
        boolean isSettled(Instant now) {
            return changed.toInstant().isBefore(now.minusSeconds(MOMENT_SECONDS));
        }

        Path file(long size) {
            return folder.resolve(String.format(Locale.ROOT, "%012d.txt", size));
        }
    }

    /** The folder, when the installation begins. */
    void make() throws IOException {
        Files.createDirectories(folder);
    }

    /** Looks what there is, whoever put it there; while the folder is away, what is known stays. */
    void refresh() throws IOException {
        List<Path> folders = new ArrayList<>();
        folders.add(folder);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file ->
                            YEAR.matcher(String.valueOf(file.getFileName())).matches() && Files.isDirectory(file))
                    .forEach(folders::add);
        }
        List<Shelf> known = shelves;
        List<Shelf> found = new ArrayList<>();
        for (Path one : folders) {
            FileTime changed = Files.getLastModifiedTime(one);
            Optional<Shelf> same = known.stream()
                    .filter(shelf -> shelf.folder.equals(one) && shelf.changed.equals(changed))
                    .filter(shelf -> shelf.isSettled(clock.instant()))
                    .findFirst();
            found.add(same.isPresent() ? same.get() : listed(one, changed));
        }
        shelves = List.copyOf(found);
        OptionalLong largest = largest();
        if (largest.isEmpty()) {
            newest = Optional.empty();
        } else if (newest.filter(kept -> kept.size == largest.getAsLong()).isEmpty()) {
            newest = Optional.of(read(largest.getAsLong()));
        }
    }

    private OptionalLong largest() {
        return shelves.stream()
                .filter(shelf -> !shelf.sizes.isEmpty())
                .mapToLong(shelf -> shelf.sizes.getLast())
                .max();
    }

    private Kept read(long size) throws IOException {
        Path file = file(size).orElseThrow(() -> new NoSuchFileException("the checkpoint of " + size + " events"));
        return new Kept(
                size, Files.readString(file), Files.getLastModifiedTime(file).toInstant());
    }

    private static Shelf listed(Path folder, FileTime changed) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new Shelf(
                    folder,
                    changed,
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> NAME.matcher(name).matches())
                            .map(name -> Long.parseLong(name.substring(0, name.length() - 4)))
                            .sorted()
                            .toList());
        }
    }

    /** Keeps a note of a size that none is kept of. */
    void keep(long size, String note) throws IOException {
        Path year = folder.resolve(
                Integer.toString(clock.instant().atZone(ZoneOffset.UTC).getYear()));
        Files.createDirectories(year);
        WrittenOnce.create(new Shelf(year, FileTime.fromMillis(0), List.of()).file(size), note, WrittenOnce.PUBLIC);
        refresh();
    }

    /** The one of the largest size, as it was when the folder was last looked at. */
    Optional<Kept> newest() {
        return newest;
    }

    /** Every size, the smallest first. */
    long[] sizes() {
        return shelves.stream()
                .flatMapToLong(shelf -> shelf.sizes.stream().mapToLong(Long::longValue))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The smallest size that is not below. */
    OptionalLong from(long size) {
        return shelves.stream().flatMapToLong(shelf -> first(shelf.sizes, size)).min();
    }

    private static LongStream first(List<Long> sizes, long size) {
        int at = Collections.binarySearch(sizes, size);
        int index = at < 0 ? -at - 1 : at;
        return index < sizes.size() ? LongStream.of(sizes.get(index)) : LongStream.empty();
    }

    /** The note of that size, if it is still there. */
    Optional<String> note(long size) {
        try {
            Optional<Path> file = file(size);
            return file.isPresent() ? Optional.of(Files.readString(file.get())) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a checkpoint cannot be read", e);
        }
    }

    private Optional<Path> file(long size) {
        return shelves.stream()
                .filter(shelf -> Collections.binarySearch(shelf.sizes, size) >= 0)
                .findFirst()
                .map(shelf -> shelf.file(size));
    }
}
