package org.mingzhang.command.intake.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.command.intake.Choices;
import org.mingzhang.command.intake.Examination;
import org.mingzhang.command.intake.ExaminedRow;
import org.mingzhang.command.intake.ExaminedSheet;
import org.mingzhang.command.intake.Place;
import org.mingzhang.command.intake.Problem;
import org.mingzhang.command.intake.SheetColumn;
import org.mingzhang.command.intake.SheetKind;
import org.mingzhang.command.intake.Verdict;
import org.mingzhang.command.words.RefusalWords;

/** One page of an examination, laid out to be printed. */
final class Preview {
    /** Every cell of a row may become a field, and servers take a thousand fields. */
    static final int ROWS = 50;

    private static final int LISTED_PROBLEMS = 30;

    private final Examination examination;
    private final Set<Place> mended;
    private final RefusalWords words;

    Preview(Examination examination, Choices choices, RefusalWords words) {
        this.examination = examination;
        this.mended = choices.mended().keySet();
        this.words = words;
    }

    /**
     * A sheet in the list of sheets.
     *
     * @param unfit rows with something wrong
     */
    record SheetEntry(
            String kind,
            String label,
            String name,
            long added,
            long changed,
            long unchanged,
            long unfit,
            int missing) {}

    /**
     * A cell.
     *
     * @param id what a link to it ends in
     * @param input name of its field; empty when it is not to be typed over
     */
    record CellEntry(String id, String head, String text, String input, boolean mended, List<String> problems) {}

    /** A row; problems are those with the row as a whole. */
    record RowEntry(int number, String verdict, List<CellEntry> cells, List<String> problems) {}

    /** A link to what is wrong. */
    record ProblemEntry(String href, String words) {}

    /** A foreign head with the columns it can be. */
    record HeadEntry(String input, String text, String chosen, List<SheetColumn> columns) {}

    List<SheetEntry> sheets() {
        return examination.sheets().stream()
                .map(sheet -> new SheetEntry(
                        sheet.kind().name(),
                        sheet.kind().label(),
                        sheet.name(),
                        sheet.count(Verdict.ADDED),
                        sheet.count(Verdict.CHANGED),
                        sheet.count(Verdict.UNCHANGED),
                        sheet.count(Verdict.UNFIT) + sheet.problems().size(),
                        sheet.missing().size()))
                .toList();
    }

    /** The sheet asked for, else the first with something wrong, else the one that says most that is new. */
    Optional<ExaminedSheet> shown(String kind) {
        List<ExaminedSheet> sheets = examination.sheets();
        return sheets.stream()
                .filter(sheet -> sheet.kind().name().equals(kind))
                .findFirst()
                .or(() -> sheets.stream().filter(Preview::troubled).findFirst())
                .or(() -> sheets.stream().max(Comparator.comparingLong(Preview::news)));
    }

    /** Expenditure first, when it says anything new. */
    private static long news(ExaminedSheet sheet) {
        long news = sheet.count(Verdict.ADDED) + sheet.count(Verdict.CHANGED);
        return sheet.kind() == SheetKind.EXPENDITURE && news > 0 ? Long.MAX_VALUE : news;
    }

    private static boolean troubled(ExaminedSheet sheet) {
        return !sheet.problems().isEmpty() || sheet.count(Verdict.UNFIT) > 0;
    }

    static List<ExaminedRow> rows(ExaminedSheet sheet, String verdict) {
        return sheet.rows().stream()
                .filter(row -> verdict.isEmpty() || row.verdict().name().equals(verdict))
                .toList();
    }

    List<RowEntry> rows(List<ExaminedRow> rows, int page) {
        return rows.stream().skip((long) page * ROWS).limit(ROWS).map(this::row).toList();
    }

    private RowEntry row(ExaminedRow row) {
        List<String> whole = said(row.problemsOf(""));
        List<CellEntry> cells = row.sheet().columns().stream()
                .map(column -> cell(row, column, !whole.isEmpty()))
                .toList();
        return new RowEntry(row.number(), row.verdict().name(), cells, whole);
    }

    private CellEntry cell(ExaminedRow row, SheetColumn column, boolean rowUnfit) {
        Place place = new Place(row.sheet(), row.number(), column.field());
        List<String> problems = said(row.problemsOf(column.field()));
        boolean typed = mended.contains(place);
        boolean open = rowUnfit || typed || !problems.isEmpty();
        return new CellEntry(
                id(place),
                column.head(),
                row.cells().getOrDefault(column.field(), ""),
                open ? input(place) : "",
                typed,
                problems);
    }

    private List<String> said(List<Problem> problems) {
        return problems.stream().map(problem -> problem.in(words)).toList();
    }

    /** What is wrong, each with a link to where it can be mended; the first few of it. */
    List<ProblemEntry> problems(String base) {
        return examination
                .problems()
                .limit(LISTED_PROBLEMS)
                .map(problem -> new ProblemEntry(href(base, problem), where(problem) + problem.in(words)))
                .toList();
    }

    private static String href(String base, Problem problem) {
        return problem.place()
                .filter(place -> place.row() > 0)
                .map(place -> base + "?sheet=" + place.sheet() + "&verdict=UNFIT&row=" + place.row() + "#" + id(place))
                .orElseGet(() -> problem.place()
                        .map(place -> base + "?sheet=" + place.sheet() + "#sheet")
                        .orElse("#files"));
    }

    /** Such as 支出 第 7 行 金额, in front of the words. */
    private static String where(Problem problem) {
        return problem.place()
                .map(place -> {
                    String head = place.sheet()
                            .of(place.field())
                            .map(SheetColumn::head)
                            .orElse("");
                    String row = place.row() > 0 ? " " + place.row() : "";
                    return "〔" + place.sheet().label() + row + (head.isEmpty() ? "" : " " + head) + "〕";
                })
                .orElse("");
    }

    List<String> problemsOf(ExaminedSheet sheet) {
        return said(sheet.problems());
    }

    /** Foreign heads of a sheet, chosen for or not. */
    static List<HeadEntry> heads(ExaminedSheet sheet) {
        List<HeadEntry> heads = new ArrayList<>();
        List<ExaminedSheet.Head> all = sheet.heads();
        for (int at = 0; at < all.size(); at++) {
            ExaminedSheet.Head head = all.get(at);
            if (!head.own()) {
                String chosen = head.ignored() ? Choices.IGNORED : head.field().orElse("");
                heads.add(new HeadEntry(
                        "head." + sheet.kind() + "." + at,
                        head.text(),
                        chosen,
                        sheet.kind().columns()));
            }
        }
        return heads;
    }

    static String input(Place place) {
        return "cell." + place.sheet() + "." + place.row() + "." + place.field();
    }

    static String id(Place place) {
        return "c-" + place.sheet() + "-" + place.row() + (place.field().isEmpty() ? "" : "-" + place.field());
    }

    /** Numbers of rows by verdict, for the sums above the table. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict.name(), examination.count(verdict));
        }
        return counts;
    }

    /** The place that a field of the form stands for; empty when it is none. */
    static Optional<Place> place(String input) {
        String[] parts = input.split("\\.", 4);
        if (parts.length != 4 || !parts[0].equals("cell") || !parts[2].matches("\\d{1,8}")) {
            return Optional.empty();
        }
        return kind(parts[1]).map(kind -> new Place(kind, Integer.parseInt(parts[2]), parts[3]));
    }

    static Optional<SheetKind> kind(String name) {
        for (SheetKind kind : SheetKind.values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
