package org.mingzhang.kernel.codes;

import java.util.List;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.GovEconomicCode;

/** The catalogues that ship with the product, read once from their data files. */
public final class Classifications {
    private static final Classifications SHIPPED = new Classifications();

    private final CodeList functional = new CodeList(rows("functional.csv").stream()
            .map(row -> new CodeEntry(
                    row.text("code"),
                    row.text("name"),
                    row.text("parent"),
                    row.year("valid_from_year", 0),
                    row.year("valid_to_year", 9999),
                    row.certainty(),
                    row.text("source")))
            .toList());
    private final CodeList deptEconomic = economic("econ_dept.csv");
    private final CodeList govEconomic = economic("econ_gov.csv");
    private final EconomicMapping mapping = new EconomicMapping(rows("econ_mapping.csv").stream()
            .map(row -> new EconomicMapping.Row(
                    row.text("dept_code"),
                    row.text("unit_nature"),
                    row.text("gov_code"),
                    row.certainty(),
                    row.text("source")))
            .toList());

    private Classifications() {}

    public static Classifications shipped() {
        return SHIPPED;
    }

    /** 支出功能分类; keys are {@link FunctionCode} texts. */
    public CodeList functional() {
        return functional;
    }

    /** 部门预算支出经济分类; keys are {@link DeptEconomicCode} texts. */
    public CodeList deptEconomic() {
        return deptEconomic;
    }

    /** 政府预算支出经济分类; keys are {@link GovEconomicCode} texts. */
    public CodeList govEconomic() {
        return govEconomic;
    }

    public EconomicMapping mapping() {
        return mapping;
    }

    private static CodeList economic(String file) {
        return new CodeList(rows(file).stream()
                .map(row -> new CodeEntry(
                        row.text("code"),
                        row.text("name"),
                        row.text("parent"),
                        row.year("valid_from_year", 0),
                        9999,
                        row.certainty(),
                        row.text("source")))
                .toList());
    }

    private static List<CsvRows.Row> rows(String file) {
        return CsvRows.read(file);
    }
}
