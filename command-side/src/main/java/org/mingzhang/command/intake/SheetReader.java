package org.mingzhang.command.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.command.intake.book.RawCell;
import org.mingzhang.command.intake.book.RawRow;
import org.mingzhang.command.intake.book.RawSheet;

/** Raw cells to texts under the heads of their sheet, with what somebody typed over them. */
final class SheetReader {
    /** Spreadsheets keep fifteen digits of a number; a longer code that was stored as one has lost its end. */
    private static final int KEPT_DIGITS = 15;

    private final SheetKind kind;
    private final RawSheet sheet;
    private final Choices choices;
    private final HeadRow heads;

    SheetReader(SheetKind kind, RawSheet sheet, Choices choices) {
        this.kind = kind;
        this.sheet = sheet;
        this.choices = choices;
        this.heads = HeadRow.of(sheet, kind, choices);
    }

    HeadedSheet read() {
        List<Problem> problems = new ArrayList<>();
        heads.missing(kind).forEach(head -> note(problems, "intake.head-missing", head));
        heads.twice().forEach(head -> note(problems, "intake.head-twice", head));
        heads.strange().forEach(head -> note(problems, "intake.head-unknown", head));
        boolean clear = problems.isEmpty();
        sheet.merged().stream().filter(this::reachesRows).forEach(range -> note(problems, "intake.merged", range));
        List<Row> rows = new ArrayList<>();
        for (int index = heads.index() + 1; index < sheet.rows().size(); index++) {
            Row row = row(sheet.rows().get(index));
            if (row.spoiled() || !blank(row)) {
                rows.add(row);
            }
        }
        return new HeadedSheet(kind, sheet.name(), heads.heads(), rows, problems, clear);
    }

    private void note(List<Problem> problems, String rule, String text) {
        problems.add(Problem.at(new Place(kind, 0, ""), rule, text));
    }

    private Row row(RawRow raw) {
        Map<String, String> cells = new LinkedHashMap<>();
        Row row = new Row(kind, raw.number(), cells);
        for (int at = 0; at < heads.heads().size(); at++) {
            RawCell cell = at < raw.cells().size() ? raw.cells().get(at) : RawCell.EMPTY;
            heads.heads().get(at).field().ifPresent(field -> cells.putIfAbsent(field, text(row, field, cell)));
        }
        return row;
    }

    private String text(Row row, String field, RawCell cell) {
        String typed = choices.mended().get(new Place(kind, row.number(), field));
        if (typed != null) {
            return clean(typed);
        }
        String text = clean(cell.text());
        switch (cell.kind()) {
            case FORMULA -> row.note(field, "intake.formula", text);
            case FAULT -> row.note(field, "intake.fault", text);
            case NUMBER -> {
                if (!SheetKind.isAmount(field)
                        && text.chars().filter(Character::isDigit).count() > KEPT_DIGITS) {
                    row.note(field, "intake.digits-lost", text);
                }
            }
            case EMPTY, TEXT, TRUTH -> {}
        }
        return text;
    }

    private boolean blank(Row row) {
        return kind.columns().stream()
                .allMatch(column -> row.text(column.field()).isEmpty());
    }

    /** Whether a range such as B3:C4 ends below the heads; a title above them may be merged. */
    private boolean reachesRows(String range) {
        String digits = range.substring(range.indexOf(':') + 1).replaceAll("\\D", "");
        int headNumber =
                sheet.rows().isEmpty() ? 0 : sheet.rows().get(heads.index()).number();
        return digits.isEmpty() || digits.length() > 9 || Integer.parseInt(digits) >= headNumber;
    }

    /** Without blanks around it, also those of full width, and with plain new lines. */
    static String clean(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to).replace("\r\n", "\n");
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
    }
}
