package org.mingzhang.command.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.command.intake.book.RawRow;
import org.mingzhang.command.intake.book.RawSheet;

/**
 * The row of a sheet that holds its heads, with what each column is read into.
 *
 * @param index among the rows of the sheet; titles may stand above it
 * @param heads from left to right
 */
record HeadRow(int index, List<ExaminedSheet.Head> heads) {
    /** Titles and notes above the heads take a few rows at most. */
    private static final int SEARCHED = 10;

    static HeadRow of(RawSheet sheet, SheetKind kind, Choices choices) {
        HeadRow best = new HeadRow(0, List.of());
        int most = -1;
        for (int index = 0; index < Math.min(SEARCHED, sheet.rows().size()); index++) {
            HeadRow candidate = new HeadRow(index, heads(sheet.rows().get(index), kind, choices));
            if (candidate.known() > most) {
                best = candidate;
                most = candidate.known();
            }
        }
        return best;
    }

    /** The one kind of sheet that has all its needed heads here, for a sheet with a name of its own. */
    static Optional<SheetKind> recognised(RawSheet sheet) {
        List<SheetKind> fitting = Arrays.stream(SheetKind.values())
                .filter(kind -> kind != SheetKind.ABOUT)
                .filter(kind -> of(sheet, kind, Choices.none("")).missing(kind).isEmpty())
                .toList();
        return fitting.stream()
                .max((one, other) -> Integer.compare(needed(one), needed(other)))
                .filter(best -> fitting.stream()
                                .filter(kind -> needed(kind) == needed(best))
                                .count()
                        == 1);
    }

    private static int needed(SheetKind kind) {
        return (int) kind.columns().stream().filter(SheetColumn::needed).count();
    }

    private static List<ExaminedSheet.Head> heads(RawRow row, SheetKind kind, Choices choices) {
        return row.cells().stream()
                .map(cell -> head(SheetReader.clean(cell.text()), kind, choices))
                .toList();
    }

    private static ExaminedSheet.Head head(String text, SheetKind kind, Choices choices) {
        Optional<SheetColumn> own = kind.headed(text);
        if (own.isPresent()) {
            return new ExaminedSheet.Head(text, true, own.map(SheetColumn::field), false);
        }
        if (text.isEmpty() || text.equals(SheetKind.REASONS)) {
            return new ExaminedSheet.Head(text, true, Optional.empty(), true);
        }
        String chosen = choices.heads().getOrDefault(new Choices.Head(kind, text), "");
        return new ExaminedSheet.Head(
                text,
                false,
                Optional.of(chosen).filter(field -> kind.of(field).isPresent()),
                chosen.equals(Choices.IGNORED));
    }

    private int known() {
        return (int) heads.stream().filter(head -> head.field().isPresent()).count();
    }

    /** Heads that the sheet needs and has not. */
    List<String> missing(SheetKind kind) {
        Set<String> there = new HashSet<>();
        heads.forEach(head -> head.field().ifPresent(there::add));
        return kind.columns().stream()
                .filter(column -> column.needed() && !there.contains(column.field()))
                .map(SheetColumn::head)
                .toList();
    }

    /** Heads under which the same field would be read twice. */
    List<String> twice() {
        Set<String> fields = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (ExaminedSheet.Head head : heads) {
            if (head.field().isPresent() && !fields.add(head.field().get())) {
                twice.add(head.text());
            }
        }
        return twice;
    }

    /** Heads of which nobody has said what they are. */
    List<String> strange() {
        return heads.stream()
                .filter(head -> head.field().isEmpty() && !head.ignored())
                .map(ExaminedSheet.Head::text)
                .toList();
    }
}
