package org.mingzhang.application.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mingzhang.command.intake.SheetKind;
import org.mingzhang.command.intake.book.UploadedFile;

/** The sheets of the sample as an officer would send them, one CSV each. */
public final class SampleSheets {
    private static final String FOLDER = "/sample/sanmenxia-2025/";
    private static final String INVENTED = "/sample/invented-2026/";

    /** Units and overall targets are those of the year before. */
    private static final Set<SheetKind> INVENTED_WITHOUT = Set.of(SheetKind.UNITS, SheetKind.OVERALL_TARGETS);

    private SampleSheets() {}

    public static List<UploadedFile> files() {
        return Arrays.stream(SheetKind.values())
                .filter(SheetKind::ofPreparation)
                .map(kind -> file(FOLDER, kind.file() + ".csv"))
                .toList();
    }

    /** What an invented year changes of the year that it was opened from. */
    static List<UploadedFile> invented() {
        return Arrays.stream(SheetKind.values())
                .filter(SheetKind::ofPreparation)
                .filter(kind -> !INVENTED_WITHOUT.contains(kind))
                .map(kind -> file(INVENTED, kind.file() + ".csv"))
                .toList();
    }

    private static UploadedFile file(String folder, String name) {
        try (InputStream in = Objects.requireNonNull(SampleSheets.class.getResourceAsStream(folder + name), name)) {
            return new UploadedFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
