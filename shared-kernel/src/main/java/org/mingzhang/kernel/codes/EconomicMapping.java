package org.mingzhang.kernel.codes;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.UnitNature;

/**
 * Which governmental economic code a departmental one maps to, by the nature of the unit (财预〔2017〕98号).
 *
 * <p>参公事业单位 map as administrative units do.
 */
public final class EconomicMapping {
    /**
     * One row of the mapping.
     *
     * @param nature ADMIN, PUBLIC_INSTITUTION or ANY
     */
    public record Row(String deptCode, String nature, String govCode, char certainty, String source) {}

    private final Map<String, GovEconomicCode> targets = new HashMap<>();
    private final List<Row> rows;

    EconomicMapping(Collection<Row> rows) {
        this.rows = List.copyOf(rows);
        rows.forEach(row -> targets.put(row.deptCode() + row.nature(), new GovEconomicCode(row.govCode())));
    }

    /** All rows, in the order of the data. */
    public List<Row> rows() {
        return rows;
    }

    /** The code to use by default; empty when the mapping has none for this nature. */
    public Optional<GovEconomicCode> map(DeptEconomicCode code, UnitNature nature) {
        String side = nature == UnitNature.PUBLIC_INSTITUTION ? "PUBLIC_INSTITUTION" : "ADMIN";
        GovEconomicCode found = targets.get(code.value() + side);
        return Optional.ofNullable(found == null ? targets.get(code.value() + "ANY") : found);
    }
}
