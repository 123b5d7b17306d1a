package org.mingzhang.query.web;

import java.util.List;
import org.mingzhang.kernel.codes.CodeEntry;
import org.mingzhang.kernel.codes.EconomicMapping;
import org.mingzhang.kernel.value.FiscalYear;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogues of codes and their years as JSON; they come with a release and are changed by none of its users. */
@RestController
class CodesApi {
    private final Catalogues catalogues;

    CodesApi(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /**
     * A year of the catalogues.
     *
     * @param functional how many codes it has; the others likewise
     * @param budgets coded by it that whoever asks may read
     */
    record Year(int year, int functional, int deptEconomic, int govEconomic, List<String> budgets) {
        static Year of(Catalogues.Year year) {
            return new Year(
                    year.year().value(),
                    year.functional(),
                    year.deptEconomic(),
                    year.govEconomic(),
                    year.budgets().stream()
                            .map(listed -> listed.header().id().toString())
                            .toList());
        }
    }

    /** @param certainty A seen in a source, B general knowledge, C uncertain */
    record Code(String code, String name, String parent, int validFrom, int validTo, String certainty, String source) {
        static Code of(CodeEntry entry) {
            return new Code(
                    entry.code(),
                    entry.name(),
                    entry.parent(),
                    entry.validFrom(),
                    entry.validTo(),
                    Character.toString(entry.certainty()),
                    entry.source());
        }
    }

    record Mapped(
            String deptCode,
            String deptName,
            String nature,
            String govCode,
            String govName,
            String certainty,
            String source) {
        static Mapped of(EconomicMapping.Row row) {
            return new Mapped(
                    row.deptCode(),
                    Catalogues.deptName(row),
                    row.nature(),
                    row.govCode(),
                    Catalogues.govName(row),
                    Character.toString(row.certainty()),
                    row.source());
        }
    }

    record Differences(String kind, int earlier, int later, List<CodeYears.Difference> differences) {}

    @GetMapping("/api/codes/years")
    List<Year> years() {
        return catalogues.used().stream().map(Year::of).toList();
    }

    @GetMapping("/api/codes/years/differences")
    Differences differences(
            @RequestParam(defaultValue = "functional") String kind,
            @RequestParam(defaultValue = "") String earlier,
            @RequestParam(defaultValue = "") String later) {
        FiscalYear to = catalogues.year(later);
        FiscalYear from = Catalogues.earlier(earlier, to);
        return new Differences(kind, from.value(), to.value(), CodeYears.between(Catalogues.list(kind), from, to));
    }

    @GetMapping("/api/codes/{kind:functional|dept-economic|gov-economic}")
    List<Code> codes(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(name = "q", defaultValue = "") String word) {
        return Catalogues.found(kind, catalogues.year(year), word).stream()
                .map(Code::of)
                .toList();
    }

    @GetMapping("/api/codes/mapping")
    List<Mapped> mapping(@RequestParam(name = "q", defaultValue = "") String word) {
        return Catalogues.mapped(word).stream().map(Mapped::of).toList();
    }
}
