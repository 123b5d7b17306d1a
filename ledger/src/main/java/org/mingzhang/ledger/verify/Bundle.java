package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.mingzhang.ledger.proof.KeySuccession;

/** The files of a bundle, in a ZIP file or a directory; those that it has to have, and none that it may not have. */
abstract sealed class Bundle implements AutoCloseable {
    static final String CHECKPOINT = "checkpoint.txt";
    static final String KEY = "key.txt";
    static final String EVENTS = "events.tsv";

    /** That the log has grown from an older one; only in bundles of one stream. */
    static final String GROWTH = "growth.txt";

    private static final Set<String> NEEDED = new TreeSet<>(Set.of(CHECKPOINT, KEY, EVENTS));

    /** More keys than any log ever had. */
    private static final int MOST_KEYS = 1_000;

    private static final int MOST_FILES = NEEDED.size() + 1 + MOST_KEYS;

    /** More than checkpoints, keys and proofs have. */
    private static final int SHORT = 65_536;

    private int successions;
    private boolean grown;

    static Bundle open(Path path) throws IOException {
        Bundle bundle = Files.isDirectory(path) ? new InDirectory(path) : new InZip(new ZipFile(path.toFile()));
        try {
            bundle.judge(bundle.names());
        } catch (Broken e) {
            bundle.close();
            throw e;
        }
        return bundle;
    }

    private void judge(List<String> names) {
        Set<String> left = new TreeSet<>(names);
        if (left.size() < names.size()) {
            throw new Broken("the bundle has a file twice");
        }
        if (names.size() > MOST_FILES || !left.containsAll(NEEDED)) {
            throw new Broken("a bundle has the files " + NEEDED + ", this has " + shown(left));
        }
        left.removeAll(NEEDED);
        left.remove(GROWTH);
        for (int at = 1; left.remove(KeySuccession.file(at)); at++) {
            successions = at;
        }
        if (!left.isEmpty()) {
            throw new Broken("the bundle has a file that it may not have: " + shown(left));
        }
        grown = names.contains(GROWTH);
    }

    private static String shown(Set<String> names) {
        return names.stream()
                .limit(10)
                .map(name -> name.length() > 60 ? name.substring(0, 60) + "…" : name)
                .toList()
                .toString();
    }

    /** The successions of keys, the oldest first. */
    List<String> successions() throws IOException {
        List<String> notes = new ArrayList<>();
        for (int at = 1; at <= successions; at++) {
            notes.add(text(KeySuccession.file(at)));
        }
        return notes;
    }

    Optional<String> growth() throws IOException {
        return grown ? Optional.of(text(GROWTH)) : Optional.empty();
    }

    abstract List<String> names() throws IOException;

    abstract InputStream open(String name) throws IOException;

    @Override
    public abstract void close() throws IOException;

    String text(String name) throws IOException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(SHORT + 1);
            if (bytes.length > SHORT) {
                throw new Broken(name + " is longer than it can be");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static final class InDirectory extends Bundle {
        private final Path folder;

        InDirectory(Path folder) {
            this.folder = folder;
        }

        @Override
        List<String> names() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.limit(MOST_FILES + 1L)
                        .map(file -> String.valueOf(file.getFileName()))
                        .toList();
            }
        }

        @Override
        InputStream open(String name) throws IOException {
            return Files.newInputStream(folder.resolve(name));
        }

        @Override
        public void close() {
            // A directory is not open.
        }
    }

    private static final class InZip extends Bundle {
        private final ZipFile zip;

        InZip(ZipFile zip) {
            this.zip = zip;
        }

        @Override
        List<String> names() {
            return zip.stream().limit(MOST_FILES + 1L).map(ZipEntry::getName).toList();
        }

        @Override
        InputStream open(String name) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            InputStream in = entry == null ? null : zip.getInputStream(entry);
            if (in == null) {
                throw new Broken(name + " is not in the bundle");
            }
            return in;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
