package org.mingzhang.query.comparison;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.export.TableView;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.http.HttpStatus;

/**
 * What is compared, as it stands in one link.
 *
 * @param subject a division such as {@code 411200}, a department such as {@code 411200-103}, or several of these parted by
 *     commas
 * @param scope one unit of a department, or the whole
 * @param years ascending; empty for the last two of which anything is known
 * @param like whether earlier years are told under the units and codes of the last one (同口径)
 * @param word that codes or names contain; blank for all
 * @param depth how many levels are shown
 * @param toggled codes that are open though their level is not shown, or shut though it is
 */
public record ComparisonQuestion(
        String subject,
        Scope scope,
        List<FiscalYear> years,
        ComparedStage stage,
        ComparedBy by,
        AmountUnit unit,
        boolean like,
        String word,
        Sorting sorting,
        int depth,
        Set<String> toggled,
        AsOf asOf) {
    private static final int MOST_YEARS = 12;
    private static final int MOST_PARTS = 1_000;
    private static final int LONGEST_WORD = 100;
    private static final String PARTS = "\\d{6}(-\\d{3})?(,\\d{6}(-\\d{3})?)*";

    public ComparisonQuestion {
        years = List.copyOf(years);
        toggled = Set.copyOf(toggled);
    }

    /** In which order rows stand among their siblings. */
    public enum Sorting {
        CODE,
        AMOUNT,
        CHANGE,
        PERCENT;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads a link; a word that is not known is a bad request and not the default, what is no subject does not exist. */
    static ComparisonQuestion read(String subject, Map<String, String> said) {
        if (!subject.matches(PARTS) || subject.split(",").length > MOST_PARTS) {
            throw new PageNotFound();
        }
        ComparedBy by = choice(said, "by", "function", ComparedBy::ofKey);
        String word = said.getOrDefault("q", "").strip();
        return new ComparisonQuestion(
                subject,
                scope(subject, said.getOrDefault("scope", "")),
                years(said.getOrDefault("years", "")),
                choice(said, "stage", "initial", ComparedStage::ofKey),
                by,
                choice(said, "unit", "wan", ComparisonQuestion::unit),
                choice(said, "basis", "reported", ComparisonQuestion::like),
                word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word,
                choice(said, "sort", "code", ComparisonQuestion::sorting),
                depth(said.getOrDefault("depth", "1"), by),
                Arrays.stream(said.getOrDefault("toggled", "").split(","))
                        .filter(code -> code.matches("[0-9A-Z_]{1,32}"))
                        .collect(Collectors.toCollection(TreeSet::new)),
                AsOf.read(said));
    }

    static <T> T choice(Map<String, String> said, String name, String otherwise, Function<String, Optional<T>> ofKey) {
        String typed = said.getOrDefault(name, "");
        String word = typed.isBlank() ? otherwise : typed;
        return ofKey.apply(word).orElseThrow(() -> new AskedAmiss(HttpStatus.BAD_REQUEST, "comparison." + name, word));
    }

    private static Optional<Boolean> like(String word) {
        return switch (word) {
            case "reported" -> Optional.of(false);
            case "like" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    private static Optional<AmountUnit> unit(String word) {
        return Arrays.stream(AmountUnit.values())
                .filter(unit -> TableView.key(unit).equals(word))
                .findFirst();
    }

    private static Optional<Sorting> sorting(String word) {
        return Arrays.stream(Sorting.values())
                .filter(one -> one.key().equals(word))
                .findFirst();
    }

    private static int depth(String word, ComparedBy by) {
        if (!word.matches("[1-3]")) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "comparison.depth", word);
        }
        return Math.min(Integer.parseInt(word), by.depths());
    }

    private static Scope scope(String subject, String word) {
        if (word.isBlank()) {
            return Scope.DEPARTMENT;
        }
        try {
            UnitCode unit = new UnitCode(word);
            if (!subject.matches("\\d{6}-\\d{3}")) {
                throw new AskedAmiss(HttpStatus.BAD_REQUEST, "comparison.scope", word);
            }
            return Scope.of(unit);
        } catch (InvalidValueException e) {
            throw new PageNotFound();
        }
    }

    private static List<FiscalYear> years(String text) {
        List<String> words = Arrays.stream(text.split("[,，]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() > MOST_YEARS) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "comparison.many-years", words.size(), MOST_YEARS);
        }
        TreeSet<FiscalYear> years = new TreeSet<>();
        for (String word : words) {
            try {
                years.add(FiscalYear.parse(word));
            } catch (InvalidValueException e) {
                throw new AskedAmiss(HttpStatus.BAD_REQUEST, "comparison.years", word);
            }
        }
        return List.copyOf(years);
    }

    /** Whether it is about exactly one department or one of its units. */
    public boolean single() {
        return subject.matches("\\d{6}-\\d{3}");
    }

    /** Whether nothing but whole divisions is meant. */
    boolean whole() {
        return subject.matches("\\d{6}(,\\d{6})*");
    }

    /** Whether a department, such as {@code 411200-103}, is meant. */
    boolean covers(String department) {
        return Arrays.stream(subject.split(","))
                .anyMatch(part -> department.equals(part) || department.startsWith(part + "-"));
    }

    ComparisonQuestion over(List<FiscalYear> chosen) {
        return new ComparisonQuestion(
                subject, scope, chosen, stage, by, unit, like, word, sorting, depth, toggled, asOf);
    }

    /** The same link with one word said otherwise; a blank one is left out. */
    public String with(String name, String value) {
        Map<String, String> said = said();
        said.put(name, value);
        if (name.equals("by") || name.equals("depth")) {
            said.remove("toggled");
        }
        if (name.equals("by")) {
            said.remove("depth");
            said.remove("q");
        }
        said.values().removeIf(String::isBlank);
        return FigureLinks.address("/comparison/" + subject, said);
    }

    /** The link that opens what is shut at a code, and shuts what is open. */
    public String toggling(String code) {
        Set<String> other = new TreeSet<>(toggled);
        if (!other.remove(code)) {
            other.add(code);
        }
        return with("toggled", String.join(",", other));
    }

    /** Every word that is not the default, for hidden fields of forms. */
    public Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("years", years.stream().map(FiscalYear::toString).collect(Collectors.joining(",")));
        said.put("stage", stage == ComparedStage.INITIAL ? "" : stage.key());
        said.put("by", by == ComparedBy.FUNCTION ? "" : by.key());
        said.put("unit", unit == AmountUnit.WAN_YUAN ? "" : TableView.key(unit));
        said.put("basis", like ? "like" : "");
        said.put("scope", scope.unit().map(UnitCode::value).orElse(""));
        said.put("q", word);
        said.put("sort", sorting == Sorting.CODE ? "" : sorting.key());
        said.put("depth", depth == 1 ? "" : Integer.toString(depth));
        said.put("toggled", String.join(",", new TreeSet<>(toggled)));
        said.put("asOf", asOf.word());
        said.put("clock", asOf.effective() ? "effective" : "");
        said.values().removeIf(String::isBlank);
        return said;
    }
}
