package org.mingzhang.query.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.http.MediaType;

/** As which kind of file a grid is taken along; the parameter {@code format} says it. */
public enum GridFormat {
    XLSX("xlsx", MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    CSV("csv", new MediaType("text", "csv", StandardCharsets.UTF_8));

    private final String extension;
    private final MediaType type;

    GridFormat(String extension, MediaType type) {
        this.extension = extension;
        this.type = type;
    }

    /** The format of that word; refuses every other one. */
    public static GridFormat of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format: " + word));
    }

    public String extension() {
        return extension;
    }

    public MediaType type() {
        return type;
    }
}
