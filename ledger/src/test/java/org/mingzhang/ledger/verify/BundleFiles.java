package org.mingzhang.ledger.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.mingzhang.ledger.checkpoint.ExportedLog;
import org.mingzhang.ledger.codec.EventSamples;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.testing.TestDatabase;

/**
 * Bundles as files by name, to be changed and packed again.
 *
 * @param whole of a log of 18 events whose key was changed after six
 * @param ofBudget of the 13 of one budget, to be compared with the older checkpoint
 * @param older a checkpoint of the first six
 */
record BundleFiles(Map<String, byte[]> whole, Map<String, byte[]> ofBudget, Path older) {
    static final String BUDGET = "411200-103-2025";

    static BundleFiles exported(Path folder) throws IOException {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder)) {
            exported.log().append(Histories.append(BUDGET, -1, "a", 6));
            Path older = exported.kept(exported.checkpoint());
            exported.rotate();
            exported.log().append(Histories.append("411200-104-2025", -1, "b", 5));
            exported.log().append(Histories.append(BUDGET, 5, "c", 6));
            exported.log().append(Histories.append(BUDGET, 11, "d", EventSamples.allocated()));
            return new BundleFiles(of(exported.whole()), of(exported.ofStream(BUDGET, OptionalLong.of(6))), older);
        }
    }

    static Path zip(Path folder, Map<String, byte[]> bundle) throws IOException {
        return Files.write(Files.createTempFile(folder, "bundle", ".zip"), zipped(bundle));
    }

    static Path directory(Path folder, Map<String, byte[]> bundle) throws IOException {
        Path directory = folder.resolve("bundle-" + bundle.size());
        Files.createDirectories(directory);
        for (Map.Entry<String, byte[]> file : bundle.entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
        return directory;
    }

    static byte[] zipped(Map<String, byte[]> bundle) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : bundle.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static Map<String, byte[]> of(Path bundle) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(bundle)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
