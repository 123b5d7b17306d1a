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

/** The files of an evidence pack, in a ZIP file or in the folder that it was unpacked into. */
abstract sealed class Pack implements AutoCloseable {
    /** What the office signed. */
    static final String SEAL = "pack.txt";

    /** The list of everything in it. */
    static final String LIST = "files.tsv";

    /** A sample of thousands of documents has fewer. */
    static final int MOST_FILES = 100_000;

    private static final List<String> NEEDED = List.of(Bundle.CHECKPOINT, Bundle.KEY, Bundle.EVENTS, LIST, SEAL);
    private static final Set<String> LITTER = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");
    private static final int SHORT = 65_536;
    private static final int LONGEST_NAME = 300;

    private Set<String> names = Set.of();

    /** One of the two is enough, so that the other cannot be taken away unseen. */
    static boolean isOne(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return Files.exists(path.resolve(SEAL)) || Files.exists(path.resolve(LIST));
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.getEntry(SEAL) != null || zip.getEntry(LIST) != null;
        }
    }

    static Pack open(Path path) throws IOException {
        Pack pack = Files.isDirectory(path) ? new InFolder(path) : new InZip(new ZipFile(path.toFile()));
        try {
            pack.judge(pack.found());
        } catch (Broken e) {
            pack.close();
            throw e;
        }
        return pack;
    }

    private void judge(List<String> found) {
        names = new TreeSet<>(found);
        if (found.size() > MOST_FILES) {
            throw new Broken("the pack has more files than any pack");
        }
        if (names.size() < found.size()) {
            throw new Broken("the pack has a file twice");
        }
        NEEDED.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new Broken(name + " is missing from the pack");
        });
    }

    Set<String> names() {
        return names;
    }

    /** The successions of keys, the oldest first. */
    List<KeySuccession> successions() throws IOException {
        List<KeySuccession> read = new ArrayList<>();
        for (int at = 1; names.contains(KeySuccession.file(at)); at++) {
            read.add(KeySuccession.read(text(KeySuccession.file(at))));
        }
        return read;
    }

    String text(String name) throws IOException {
        try (InputStream in = open(name)) {
            return SmallFile.text(in, SHORT, name);
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    /** A file that need not be there. */
    Optional<String> further(String name) throws IOException {
        return names.contains(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** What a flipped byte makes of packed bytes is an error of reading. */
    static Broken unreadable(String name) {
        return new Broken(name + " was changed: its bytes cannot be read");
    }

    abstract List<String> found() throws IOException;

    abstract InputStream open(String name) throws IOException;

    @Override
    public abstract void close() throws IOException;

    private static String bounded(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new Broken("a file of the pack has a longer name than any");
        }
        return name;
    }

    private static final class InFolder extends Pack {
        private final Path folder;

        InFolder(Path folder) {
            this.folder = folder;
        }

        @Override
        List<String> found() throws IOException {
            try (Stream<Path> files = Files.walk(folder, 6)) {
                return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                        .filter(file -> !LITTER.contains(String.valueOf(file.getFileName())))
                        .limit(MOST_FILES + 1L)
                        .map(this::regular)
                        .toList();
            }
        }

        /** A pipe would have no end, and a link may lead anywhere. */
        private String regular(Path file) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new Broken(name + " in the pack is no regular file");
            }
            return bounded(name);
        }

        @Override
        InputStream open(String name) throws IOException {
            return Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        public void close() {
            // A folder is not open.
        }
    }

    private static final class InZip extends Pack {
        private final ZipFile zip;

        InZip(ZipFile zip) {
            this.zip = zip;
        }

        @Override
        List<String> found() {
            return zip.stream()
                    .limit(MOST_FILES + 1L)
                    .map(ZipEntry::getName)
                    .map(Pack::bounded)
                    .toList();
        }

        @Override
        InputStream open(String name) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            InputStream in = entry == null ? null : zip.getInputStream(entry);
            if (in == null) {
                throw new Broken(name + " is missing from the pack");
            }
            return in;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
