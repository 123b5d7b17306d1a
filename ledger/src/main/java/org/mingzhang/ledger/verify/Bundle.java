package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a bundle, in a ZIP file or a directory; exactly those that it has to have. */
abstract sealed class Bundle implements AutoCloseable {
    static final String CHECKPOINT = "checkpoint.txt";
    static final String KEY = "key.txt";
    static final String EVENTS = "events.tsv";

    private static final Set<String> FILES = new TreeSet<>(Set.of(CHECKPOINT, KEY, EVENTS));

    /** More than checkpoints and keys have. */
    private static final int SHORT = 65_536;

    static Bundle open(Path path) throws IOException {
        Bundle bundle = Files.isDirectory(path) ? new InDirectory(path) : new InZip(new ZipFile(path.toFile()));
        Set<String> names = bundle.names();
        if (!names.equals(FILES)) {
            bundle.close();
            throw new Broken("a bundle has the files " + FILES + ", this has " + names);
        }
        return bundle;
    }

    abstract Set<String> names() throws IOException;

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
        Set<String> names() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.limit(10)
                        .map(file -> String.valueOf(file.getFileName()))
                        .collect(Collectors.toCollection(TreeSet::new));
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
        Set<String> names() {
            return zip.stream().limit(10).map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        InputStream open(String name) throws IOException {
            return zip.getInputStream(zip.getEntry(name));
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
