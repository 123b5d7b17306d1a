package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.FiscalYear;

/** Under which names something was reported over the years. */
class NamedYearsTest {
    private static List<String> told(Map<Integer, String> names) {
        return NamedYears.of(names.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> new FiscalYear(entry.getKey()),
                                Map.Entry::getValue,
                                (one, other) -> one,
                                TreeMap::new)))
                .stream()
                .map(named -> named.told() + " " + named.name())
                .toList();
    }

    @Test
    void a_name_that_never_changed_needs_no_words() {
        assertThat(told(Map.of())).isEmpty();
        assertThat(told(Map.of(2024, "市园林局", 2025, "市园林局"))).isEmpty();
    }

    @Test
    void each_name_stands_with_its_years_also_one_that_came_back() {
        assertThat(told(Map.of(2023, "市园林处", 2024, "市园林局", 2025, "市园林局", 2026, "市园林处")))
                .containsExactly("2023 市园林处", "2024–2025 市园林局", "2026 市园林处");
    }
}
