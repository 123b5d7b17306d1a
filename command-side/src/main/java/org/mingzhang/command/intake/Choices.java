package org.mingzhang.command.intake;

import java.util.Map;

/**
 * What somebody decided about a file while looking at its preview.
 *
 * @param heads for heads of a sheet that are not its own: the field to read the column into, or {@link #IGNORED}
 * @param mended texts typed over cells
 * @param reason why known content changes, for the history
 */
public record Choices(Map<Head, String> heads, Map<Place, String> mended, String reason) {
    /** Instead of a field: the column is not read. */
    public static final String IGNORED = "-";

    public Choices {
        heads = Map.copyOf(heads);
        mended = Map.copyOf(mended);
    }

    /** A head as it stands in the file. */
    public record Head(SheetKind sheet, String text) {}

    public static Choices none(String reason) {
        return new Choices(Map.of(), Map.of(), reason);
    }
}
