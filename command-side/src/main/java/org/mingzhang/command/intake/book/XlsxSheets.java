package org.mingzhang.command.intake.book;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The sheets of an XLSX, row by row. */
final class XlsxSheets {
    /** A number that does not parse makes its cell a fault, not the workbook. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private static final ReadingOptions WITHOUT_FORMATS = new ReadingOptions(false, true);

    /** What a spreadsheet keeps of a number. */
    private static final MathContext KEPT = new MathContext(15);

    private static final int LARGEST_EXPONENT = 40;

    /** Of a sheet, as spreadsheets have them. */
    private static final int LAST_ROW = 1_048_576;

    /** Of a formula: enough to recognise it, because a cell that refers to another has its long text too. */
    private static final int SHOWN = 200;

    private final Meter meter;
    private final Texts texts = new Texts();
    private boolean asksForStrings;
    private boolean tellsFormats;

    XlsxSheets(Meter meter) {
        this.meter = meter;
    }

    List<RawSheet> read(byte[] content) throws IOException {
        Map<String, List<String>> merged = merged(content);
        List<RawSheet> sheets = new ArrayList<>();
        try (ReadableWorkbook workbook = opened(content)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                meter.tick();
                List<String> ranges = merged.getOrDefault(sheet.getName(), List.of());
                sheets.add(new RawSheet(sheet.getName(), rows(sheet), ranges));
            }
        }
        return sheets;
    }

    /** A workbook may do without formats; then no number of it is a day. */
    private ReadableWorkbook opened(byte[] content) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(content), tellsFormats ? WITH_FORMATS : WITHOUT_FORMATS);
    }

    /** Guards the package; the ranges of merged cells by the name of their sheet. */
    private Map<String, List<String>> merged(byte[] content) throws IOException {
        try (ZipFile zip = ZipEntries.open(content, meter.limits())) {
            PackageGuard guard = new PackageGuard(zip, content.length, meter);
            Map<String, List<String>> byPart = guard.check();
            asksForStrings = guard.asksForStrings();
            tellsFormats = guard.tellsFormats();
            Map<String, List<String>> bySheet = new HashMap<>();
            if (!byPart.isEmpty()) {
                SheetParts.of(zip).forEach((sheet, part) -> bySheet.put(sheet, byPart.getOrDefault(part, List.of())));
            }
            return bySheet;
        }
    }

    private List<RawRow> rows(Sheet sheet) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        int last = 0;
        int seen = 0;
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
                Row row = all.next();
                last = number(sheet, row, last, seen);
                seen++;
                List<RawCell> cells = cells(sheet, row, last);
                meter.tick();
                if (!cells.isEmpty()) {
                    rows.add(new RawRow(last, cells));
                    meter.row();
                }
            }
        }
        return rows;
    }

    /** Rows without a number follow each other; the library gives them the count of those before. */
    private static int number(Sheet sheet, Row row, int last, int seen) {
        int number = row.getRowNum() <= last && row.getRowNum() == seen ? last + 1 : row.getRowNum();
        if (number <= last || number > LAST_ROW) {
            throw new UnreadableBook("book.unreadable", sheet.getName() + " " + row.getRowNum());
        }
        return number;
    }

    /** Up to the last cell that holds something. */
    private List<RawCell> cells(Sheet sheet, Row row, int number) {
        if (row.getPhysicalCellCount() != row.stream().filter(Objects::nonNull).count()) {
            throw new UnreadableBook("book.unreadable", sheet.getName() + " " + number);
        }
        List<RawCell> cells = new ArrayList<>();
        int column = 0;
        for (@Nullable Cell cell : row) {
            column++;
            RawCell raw = cell == null ? RawCell.EMPTY : cell(cell, sheet.getName() + " " + number);
            if (raw.kind() == RawCell.Kind.EMPTY) {
                continue;
            }
            if (column > meter.limits().columns()) {
                throw new UnreadableBook("book.too-many-columns", sheet.getName() + " " + number);
            }
            while (cells.size() < column - 1) {
                cells.add(RawCell.EMPTY);
            }
            cells.add(meter.kept(raw));
        }
        return cells;
    }

    private RawCell cell(Cell cell, String where) {
        if (cell.getRawValue() == null && cell.getType() == CellType.STRING && asksForStrings) {
            // The library passes over shared strings that the workbook does not name.
            throw new UnreadableBook("book.unreadable", where);
        }
        String raw = meter.fits(cell.getRawValue() == null ? "" : cell.getRawValue(), where);
        if (cell.getFormula() != null) {
            String formula = meter.fits("=" + cell.getFormula(), where);
            return texts.cell(
                    RawCell.Kind.FORMULA, formula.length() <= SHOWN ? formula : formula.substring(0, SHOWN) + "…");
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell, raw);
            case BOOLEAN -> raw.isEmpty() ? RawCell.EMPTY : texts.cell(RawCell.Kind.TRUTH, raw.equals("1") ? "是" : "否");
            case ERROR -> texts.cell(RawCell.Kind.FAULT, raw);
            case EMPTY -> RawCell.EMPTY;
            // Some programs store plain texts as results of formulas that are not there.
            case STRING, FORMULA -> raw.isBlank() ? RawCell.EMPTY : texts.cell(RawCell.Kind.TEXT, raw);
        };
    }

    private RawCell number(Cell cell, String raw) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw.strip());
        } catch (NumberFormatException e) {
            return texts.cell(RawCell.Kind.FAULT, raw);
        }
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT
                || Math.abs((long) number.scale()) > 2L * LARGEST_EXPONENT + KEPT.getPrecision()) {
            return texts.cell(
                    number.signum() == 0 ? RawCell.Kind.NUMBER : RawCell.Kind.FAULT, number.signum() == 0 ? "0" : raw);
        }
        Optional<String> day = DayFormat.of(cell, number.doubleValue());
        if (day.isPresent()) {
            return texts.cell(RawCell.Kind.TEXT, day.get());
        }
        BigDecimal kept = number.round(KEPT).stripTrailingZeros();
        return texts.cell(RawCell.Kind.NUMBER, kept.signum() == 0 ? "0" : kept.toPlainString());
    }
}
