package org.mingzhang.kernel.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.UnitNature;

class ClassificationsTest {
    private static final Classifications CODES = Classifications.shipped();
    private static final FiscalYear YEAR = new FiscalYear(2025);

    @ParameterizedTest
    @CsvSource({"functional.csv, 1320", "econ_dept.csv, 111", "econ_gov.csv, 80", "econ_mapping.csv, 168"})
    void every_row_of_the_data_is_read(String file, int rows) throws IOException {
        assertThat(CsvRows.read(file)).hasSize(rows);
        assertThat(linesOf(file)).hasSize(rows + 1);
    }

    @Test
    void every_code_is_well_formed_and_has_a_name_and_a_certainty() {
        CODES.functional().validIn(YEAR).forEach(entry -> new FunctionCode(entry.code()));
        CODES.deptEconomic().validIn(YEAR).forEach(entry -> new DeptEconomicCode(entry.code()));
        CODES.govEconomic().validIn(YEAR).forEach(entry -> new GovEconomicCode(entry.code()));
        assertThat(all()).allSatisfy(entry -> {
            assertThat(entry.name()).isNotBlank();
            assertThat(entry.certainty()).isIn('A', 'B', 'C');
        });
    }

    /** The data give no source for the 类 of the departmental classification. */
    @Test
    void every_code_below_a_class_says_where_it_comes_from() {
        assertThat(all().stream().filter(entry -> !entry.parent().isEmpty()))
                .allSatisfy(entry -> assertThat(entry.source()).as(entry.code()).isNotBlank());
    }

    /** classification.md counts 80 certain, 1,123 believed and 117 uncertain functional codes; one closed in 2023. */
    @Test
    void the_certainties_are_kept_as_the_data_counts_them() {
        Map<Character, Long> counted = CODES.functional().validIn(YEAR).stream()
                .collect(Collectors.groupingBy(CodeEntry::certainty, Collectors.counting()));

        assertThat(counted).isEqualTo(Map.of('A', 80L, 'B', 1123L, 'C', 116L));
    }

    @Test
    void the_code_above_each_code_is_there() {
        for (CodeList list : List.of(CODES.functional(), CODES.deptEconomic(), CODES.govEconomic())) {
            assertThat(list.validIn(YEAR))
                    .allSatisfy(entry -> assertThat(entry.parent().isEmpty() || list.knows(entry.parent()))
                            .as(entry.toString())
                            .isTrue());
        }
    }

    @Test
    void a_code_is_valid_from_its_first_year_to_its_last() {
        CodeList functional = CODES.functional();

        assertThat(functional.find("20139", new FiscalYear(2023))).isEmpty();
        assertThat(functional.find("20139", new FiscalYear(2024))).isPresent();
        assertThat(functional.find("2010308", new FiscalYear(2023))).isPresent();
        assertThat(functional.find("2010308", new FiscalYear(2024))).isEmpty();
        assertThat(functional.knows("2010308")).isTrue();
        assertThat(functional.knows("9999999")).isFalse();
    }

    @Test
    void a_name_is_the_code_itself_where_there_is_none() {
        assertThat(CODES.functional().nameOf("2010301", YEAR)).isEqualTo("行政运行");
        assertThat(CODES.deptEconomic().nameOf("30101", YEAR)).isEqualTo("基本工资");
        assertThat(CODES.govEconomic().nameOf("59999x", YEAR)).isEqualTo("59999x");
    }

    @Test
    void the_mapping_follows_the_nature_of_the_unit() {
        DeptEconomicCode wages = new DeptEconomicCode("30101");

        assertThat(CODES.mapping().map(wages, UnitNature.ADMINISTRATIVE)).contains(new GovEconomicCode("50101"));
        assertThat(CODES.mapping().map(wages, UnitNature.CIVIL_SERVICE_INSTITUTION))
                .contains(new GovEconomicCode("50101"));
        assertThat(CODES.mapping().map(wages, UnitNature.PUBLIC_INSTITUTION)).contains(new GovEconomicCode("50501"));
        assertThat(CODES.mapping().map(new DeptEconomicCode("30302"), UnitNature.PUBLIC_INSTITUTION))
                .contains(new GovEconomicCode("50905"));
        assertThat(CODES.mapping().map(new DeptEconomicCode("301"), UnitNature.ADMINISTRATIVE))
                .isEmpty();
    }

    @Test
    void both_sides_of_the_mapping_are_codes_of_the_year() {
        assertThat(CsvRows.read("econ_mapping.csv")).allSatisfy(row -> {
            assertThat(CODES.deptEconomic().knows(row.text("dept_code")))
                    .as(row.text("dept_code"))
                    .isTrue();
            assertThat(CODES.govEconomic().knows(row.text("gov_code")))
                    .as(row.text("gov_code"))
                    .isTrue();
            assertThat(row.text("unit_nature")).isIn("ADMIN", "PUBLIC_INSTITUTION", "ANY");
        });
    }

    @Test
    void cells_with_commas_stand_in_quotes() {
        assertThat(CsvRows.cells("a,\"b, c\",,d")).containsExactly("a", "b, c", "", "d");
    }

    private static List<CodeEntry> all() {
        return Stream.of(CODES.functional(), CODES.deptEconomic(), CODES.govEconomic())
                .flatMap(list -> list.validIn(YEAR).stream())
                .toList();
    }

    private static List<String> linesOf(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Classifications.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }
}
