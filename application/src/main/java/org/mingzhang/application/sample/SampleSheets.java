package org.mingzhang.application.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.mingzhang.command.intake.SheetKind;
import org.mingzhang.command.intake.book.UploadedFile;

/** The sheets of the sample as an officer would send them, one CSV each. */
public final class SampleSheets {
    private static final String FOLDER = "/sample/sanmenxia-2025/";

    private SampleSheets() {}

    public static List<UploadedFile> files() {
        return Arrays.stream(SheetKind.values())
                .filter(SheetKind::ofPreparation)
                .map(kind -> file(kind.file() + ".csv"))
                .toList();
    }

    private static UploadedFile file(String name) {
        try (InputStream in = Objects.requireNonNull(SampleSheets.class.getResourceAsStream(FOLDER + name), name)) {
            return new UploadedFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
