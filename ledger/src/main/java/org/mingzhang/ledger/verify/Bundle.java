package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

    /** The older checkpoint for that, so that the growth can be seen by whoever kept none. */
    static final String OLDER = "older.txt";

    /** The checkpoints that were kept while the log grew; only in bundles of the whole log. */
    static final String KEPT = "kept.txt";

    private static final Set<String> NEEDED = new TreeSet<>(Set.of(CHECKPOINT, KEY, EVENTS));

    /** More keys than any log ever had. */
    private static final int MOST_KEYS = 1_000;

    private static final int MOST_FILES = NEEDED.size() + 10 + MOST_KEYS;

    /** What systems leave in every folder that somebody looked at. */
    private static final Set<String> LITTER = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    /** More than checkpoints, keys and proofs have. */
    private static final int SHORT = 65_536;

    private int successions;
    private Set<String> further = Set.of();

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
        further = new TreeSet<>(left);
        left.removeAll(Set.of(GROWTH, OLDER, KEPT));
        for (int at = 1; left.remove(KeySuccession.file(at)); at++) {
            successions = at;
        }
        if (!left.isEmpty()) {
            throw new Broken("the bundle has a file that it may not have: " + shown(left));
        }
    }

    private static String shown(Set<String> names) {
        return names.stream()
                .limit(10)
                .map(name -> name.length() > 60 ? name.substring(0, 60) + "…" : name)
                .toList()
                .toString();
    }

    /** The successions of keys, the oldest first. */
    List<KeySuccession> successions() throws IOException {
        List<KeySuccession> read = new ArrayList<>();
        for (int at = 1; at <= successions; at++) {
            read.add(KeySuccession.read(text(KeySuccession.file(at))));
        }
        return read;
    }

    boolean has(String name) {
        return further.contains(name);
    }

    /** A file that need not be there. */
    Optional<String> further(String name) throws IOException {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** Files that were passed over, in a sentence; empty when there are none. */
    String passedOver() {
        return "";
    }

    abstract List<String> names() throws IOException;

    abstract InputStream open(String name) throws IOException;

    @Override
    public abstract void close() throws IOException;

    String text(String name) throws IOException {
        try (InputStream in = open(name)) {
            return SmallFile.text(in, SHORT, name);
        }
    }

    private static final class InDirectory extends Bundle {
        private final Path folder;
        private List<String> litter = List.of();

        InDirectory(Path folder) {
            this.folder = folder;
        }

        @Override
        List<String> names() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                List<String> all =
                        files.limit(MOST_FILES + 1L).map(InDirectory::regular).toList();
                litter = all.stream().filter(LITTER::contains).toList();
                return all.stream().filter(name -> !LITTER.contains(name)).toList();
            }
        }

        @Override
        String passedOver() {
            return litter.isEmpty() ? "" : "Not looked at: " + litter + ".\n";
        }

        /** A pipe would have no end, and a link may lead anywhere. */
        private static String regular(Path file) {
            String name = String.valueOf(file.getFileName());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new Broken(name + " in the bundle is no regular file");
            }
            return name;
        }

        @Override
        InputStream open(String name) throws IOException {
            return Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
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
