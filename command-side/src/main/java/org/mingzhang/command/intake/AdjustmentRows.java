package org.mingzhang.command.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mingzhang.command.intake.book.RawBook;
import org.mingzhang.command.intake.book.RawCell;
import org.mingzhang.command.intake.book.RawRow;
import org.mingzhang.command.intake.book.RawSheet;
import org.mingzhang.command.intake.book.UnreadableBook;

/**
 * The lines of one adjustment out of a workbook, as the fields of its form: a column of line keys (行号), and either one of
 * changes (变动, less than zero gives) or one each of what is given (调出) and gained (调入).
 *
 * <p>Nothing is decided here: the form says of every row what is wrong with it, as if it had been typed.
 */
public final class AdjustmentRows {
    /** As many as an adjustment may have. */
    private static final int MOST = 1_000;

    private final Map<String, String> fields = new TreeMap<>();
    private final int line;
    private final OptionalInt change;
    private final OptionalInt giving;
    private final OptionalInt gaining;
    private int from;
    private int to;

    private AdjustmentRows(RawRow head) {
        this.line = column(head, "行号", "line").orElseThrow(() -> new UnreadableBook("book.no-lines", ""));
        this.change = column(head, "变动", "change");
        this.giving = column(head, "调出", "减少", "from");
        this.gaining = column(head, "调入", "增加", "to");
        if (change.isEmpty() && giving.isEmpty() && gaining.isEmpty()) {
            throw new UnreadableBook("book.no-lines", "");
        }
        boolean wan = head.cells().stream().anyMatch(cell -> cell.text().contains("万元"));
        fields.put("amountUnit", wan ? "万元" : "元");
    }

    /** Of the first sheet with a head; refuses with {@link UnreadableBook} when there is none. */
    public static Map<String, String> fields(RawBook book) {
        for (RawSheet sheet : book.sheets()) {
            OptionalInt head = IntStream.range(0, sheet.rows().size())
                    .filter(at -> column(sheet.rows().get(at), "行号", "line").isPresent())
                    .findFirst();
            if (head.isPresent()) {
                AdjustmentRows rows = new AdjustmentRows(sheet.rows().get(head.getAsInt()));
                sheet.rows().stream().skip(head.getAsInt() + 1L).forEach(rows::add);
                return rows.fields;
            }
        }
        throw new UnreadableBook("book.no-lines", "");
    }

    private void add(RawRow row) {
        if (from + to > MOST) {
            throw new UnreadableBook("book.too-many-lines", Integer.toString(MOST));
        }
        String key = text(row, OptionalInt.of(line));
        String moved = text(row, change);
        String out = text(row, giving);
        String in = text(row, gaining);
        boolean gives =
                moved.startsWith("-") || moved.startsWith("−") || moved.startsWith("(") || moved.startsWith("（");
        if (!moved.isEmpty()) {
            put(gives, key, gives ? moved.replaceAll("[-−()（）]", "") : moved);
        }
        if (!out.isEmpty()) {
            put(true, key, out);
        }
        if (!in.isEmpty()) {
            put(false, key, in);
        }
    }

    private void put(boolean gives, String key, String amount) {
        String row = gives ? "from[" + from++ + "]" : "to[" + to++ + "]";
        fields.put(row + ".line", key);
        fields.put(row + ".amount", amount);
    }

    private static String text(RawRow row, OptionalInt column) {
        List<RawCell> cells = row.cells();
        return column.isPresent() && column.getAsInt() < cells.size()
                ? cells.get(column.getAsInt()).text().strip()
                : "";
    }

    private static OptionalInt column(RawRow row, String... names) {
        return IntStream.range(0, row.cells().size())
                .filter(at -> begins(row.cells().get(at).text().strip().toLowerCase(Locale.ROOT), names))
                .findFirst();
    }

    private static boolean begins(String head, String... names) {
        return List.of(names).stream().anyMatch(head::startsWith);
    }
}
