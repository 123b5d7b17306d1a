package org.mingzhang.query.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeEntry;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.codes.EconomicMapping;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The catalogues of codes as they are asked for, by pages and by programs. */
@Component
class Catalogues {
    private static final int SHOWN_BUDGETS = 20;

    private final ListsThen lists;
    private final ListInstant instant;

    Catalogues(ListsThen lists, ListInstant instant) {
        this.lists = lists;
        this.instant = instant;
    }

    /**
     * The catalogues of one year.
     *
     * @param budgets that are coded by them, those that the visitor may read
     */
    record Year(FiscalYear year, int functional, int deptEconomic, int govEconomic, List<Listed> budgets) {
        public List<Listed> first() {
            return budgets.stream().limit(SHOWN_BUDGETS).toList();
        }

        public int more() {
            return Math.max(0, budgets.size() - SHOWN_BUDGETS);
        }
    }

    /** Those that budgets use, and the one of the instant that is asked for; the latest first. */
    List<Year> used() {
        Map<FiscalYear, List<Listed>> budgets = new LinkedHashMap<>();
        TreeSet<FiscalYear> years = new TreeSet<>(Comparator.reverseOrder());
        years.add(instant.year());
        for (Listed listed : lists.all()) {
            years.add(listed.header().classificationYear());
            budgets.computeIfAbsent(listed.header().classificationYear(), year -> new ArrayList<>())
                    .add(listed);
        }
        Classifications codes = Classifications.shipped();
        return years.stream()
                .map(year -> new Year(
                        year,
                        codes.functional().validIn(year).size(),
                        codes.deptEconomic().validIn(year).size(),
                        codes.govEconomic().validIn(year).size(),
                        budgets.getOrDefault(year, List.of())))
                .toList();
    }

    /** This year when none is named; a bad request for what is none. */
    FiscalYear year(String text) {
        return year(text, instant.year());
    }

    static FiscalYear year(String text, FiscalYear otherwise) {
        try {
            return text.isBlank() ? otherwise : FiscalYear.parse(text);
        } catch (InvalidValueException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    /** With which a year is compared when nothing else is said: the one before; the first one with itself. */
    static FiscalYear earlier(String text, FiscalYear later) {
        return year(text, FiscalYear.nearest(later.value() - 1));
    }

    /** A classification by the name that it has in addresses. */
    static CodeList list(String kind) {
        Classifications codes = Classifications.shipped();
        return switch (kind) {
            case "functional" -> codes.functional();
            case "dept-economic" -> codes.deptEconomic();
            case "gov-economic" -> codes.govEconomic();
            default -> throw new PageNotFound();
        };
    }

    /** Codes that begin with what is looked for, or whose name has it. */
    static List<CodeEntry> found(String kind, FiscalYear year, String word) {
        return list(kind).validIn(year).stream()
                .filter(code ->
                        code.code().startsWith(word.strip()) || code.name().contains(word.strip()))
                .toList();
    }

    /** The two economic classifications beside each other (财预〔2017〕98号), as far as they are looked for. */
    static List<EconomicMapping.Row> mapped(String word) {
        String looked = word.strip();
        return Classifications.shipped().mapping().rows().stream()
                .filter(row -> row.deptCode().startsWith(looked)
                        || row.govCode().startsWith(looked)
                        || deptName(row).contains(looked)
                        || govName(row).contains(looked))
                .toList();
    }

    /** In whichever year it is known by one. */
    static String deptName(EconomicMapping.Row row) {
        return Classifications.shipped().deptEconomic().latestNameOf(row.deptCode());
    }

    static String govName(EconomicMapping.Row row) {
        return Classifications.shipped().govEconomic().latestNameOf(row.govCode());
    }
}
