package org.mingzhang.command.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private static final String WAN = "万元";
    private static final String YUAN = "元";
    private static final Pattern LINE = head("行号|line(?: key)?");
    private static final Pattern CHANGE = head("变动|change");
    private static final Pattern GIVING = head("调出|减少|from");
    private static final Pattern GAINING = head("调入|增加|to");

    /** What a table says of all its amounts; a title that only speaks of some money says nothing of them. */
    private static final Pattern ABOVE = Pattern.compile("[（(]?(?:金额)?单位\\s*[：:]\\s*(?:人民币)?(万元|元)[）)]?");

    /** With a sign before it, or in brackets. */
    private static final Pattern NEGATIVE = Pattern.compile("[-−－]\\s*(.*)|[(（](.*)[)）]");

    private final Map<String, String> fields = new TreeMap<>();
    private final int line;
    private final OptionalInt change;
    private final OptionalInt giving;
    private final OptionalInt gaining;
    private int from;
    private int to;

    private AdjustmentRows(RawRow head, Optional<String> above) {
        this.line = column(head, LINE).orElseThrow(() -> new UnreadableBook("book.no-lines", ""));
        this.change = column(head, CHANGE);
        this.giving = column(head, GIVING);
        this.gaining = column(head, GAINING);
        if (change.isEmpty() && giving.isEmpty() && gaining.isEmpty()) {
            throw new UnreadableBook("book.no-lines", "");
        }
        fields.put("amountUnit", unit(head, above));
    }

    /**
     * What the heads of the amounts say; where they say nothing, what stands above them. Another column may well be in
     * another unit.
     */
    private String unit(RawRow head, Optional<String> above) {
        Set<String> said = Stream.of(change, giving, gaining)
                .flatMapToInt(OptionalInt::stream)
                .mapToObj(at -> unitOf(head.cells().get(at).text()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (said.size() > 1) {
            throw new UnreadableBook("book.units-differ", "");
        }
        String unit = said.iterator().next();
        if (!unit.isEmpty()) {
            return unit;
        }
        if (above.isEmpty()
                && head.cells().stream().anyMatch(cell -> cell.text().contains(WAN))) {
            throw new UnreadableBook("book.unit-unsaid", "");
        }
        return above.orElse(YUAN);
    }

    private static String unitOf(String head) {
        return head.contains(WAN) ? WAN : head.contains(YUAN) ? YUAN : "";
    }

    /** Of the first sheet with a head; refuses with {@link UnreadableBook} when there is none. */
    public static Map<String, String> fields(RawBook book) {
        for (RawSheet sheet : book.sheets()) {
            OptionalInt head = IntStream.range(0, sheet.rows().size())
                    .filter(at -> column(sheet.rows().get(at), LINE).isPresent())
                    .findFirst();
            if (head.isPresent()) {
                AdjustmentRows rows = new AdjustmentRows(
                        sheet.rows().get(head.getAsInt()), above(sheet.rows().subList(0, head.getAsInt())));
                sheet.rows().stream().skip(head.getAsInt() + 1L).forEach(rows::add);
                return rows.fields;
            }
        }
        throw new UnreadableBook("book.no-lines", "");
    }

    private static Optional<String> above(List<RawRow> rows) {
        Set<String> said = rows.stream()
                .flatMap(row -> row.cells().stream())
                .map(cell -> ABOVE.matcher(cell.text().strip()))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (said.size() > 1) {
            throw new UnreadableBook("book.units-differ", "");
        }
        return said.stream().findFirst();
    }

    private void add(RawRow row) {
        if (from + to > MOST) {
            throw new UnreadableBook("book.too-many-lines", Integer.toString(MOST));
        }
        String key = text(row, OptionalInt.of(line));
        String moved = text(row, change);
        String out = text(row, giving);
        String in = text(row, gaining);
        if (!moved.isEmpty()) {
            Matcher negative = NEGATIVE.matcher(moved);
            boolean gives = negative.matches();
            put(gives, key, gives ? Optional.ofNullable(negative.group(1)).orElseGet(() -> negative.group(2)) : moved);
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

    /** Nobody could tell which of two columns of one name is meant. */
    private static OptionalInt column(RawRow row, Pattern head) {
        int[] found = IntStream.range(0, row.cells().size())
                .filter(at -> head.matcher(row.cells().get(at).text().strip()).matches())
                .toArray();
        if (found.length > 1) {
            throw new UnreadableBook(
                    "book.column-twice", row.cells().get(found[0]).text().strip());
        }
        return found.length == 0 ? OptionalInt.empty() : OptionalInt.of(found[0]);
    }

    /** A head by its name, with a word for an amount and a unit or remark in brackets behind it; what only begins so is another. */
    private static Pattern head(String names) {
        return Pattern.compile(
                "(?:" + names + ")(?:金额|数额|数|额| amount| no\\.?)?[*＊]?\\s*(?:[（(].*[）)]|[/：:]?\\s*(?:万元|元))?",
                Pattern.CASE_INSENSITIVE);
    }
}
