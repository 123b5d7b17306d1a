package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.web.util.UriComponentsBuilder;

/** What a link to a comparison says, and what it may not say. */
class ComparisonQuestionTest {
    private static ComparisonQuestion read(String subject, Map<String, String> said) {
        return ComparisonQuestion.read(subject, said);
    }

    @Test
    void years_stand_in_order_and_once_whatever_the_link_says() {
        assertThat(read("411200-103", Map.of("years", "2026, 2024，2025,2024")).years())
                .extracting(FiscalYear::value)
                .containsExactly(2024, 2025, 2026);
    }

    @Test
    void a_link_says_everything_again() {
        Map<String, String> said = new HashMap<>(Map.of(
                "years", "2024,2025", "stage", "adjusted", "by", "dept", "unit", "yuan", "q", "办公", "sort", "change"));
        said.putAll(Map.of(
                "depth", "2", "toggled", "301,302", "scope", "103001", "asOf", "2025-06-30", "clock", "effective"));
        ComparisonQuestion question = read("411200-103", said);

        assertThat(question.said()).isEqualTo(said);
        String link = question.with("unit", "");
        Map<String, String> again = new HashMap<>();
        UriComponentsBuilder.fromUriString(link)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) ->
                        again.put(name, java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8)));
        Map<String, String> expected = new HashMap<>(said);
        expected.remove("unit");
        assertThat(again).isEqualTo(expected);
    }

    @Test
    void a_code_is_opened_and_shut_by_one_link() {
        ComparisonQuestion question = read("411200-103", Map.of());
        assertThat(question.toggling("201")).contains("toggled=201");
        assertThat(read("411200-103", Map.of("toggled", "201,208")).toggling("201"))
                .contains("toggled=208");
    }

    @Test
    void a_subject_is_a_division_a_department_or_several() {
        assertThat(read("411200", Map.of()).covers("411200-103")).isTrue();
        assertThat(read("411200-103,411200-201", Map.of()).covers("411200-201")).isTrue();
        assertThat(read("411200-103", Map.of()).covers("411200-201")).isFalse();
        for (String none : List.of("", "41120", "411200-10", "411200-103-2025", "411200-103,", "x")) {
            assertThatThrownBy(() -> read(none, Map.of())).isInstanceOf(PageNotFound.class);
        }
    }

    @Test
    void words_that_are_not_known_are_said_to_be_amiss() {
        for (Map<String, String> amiss : List.of(
                Map.of("stage", "x"),
                Map.of("by", "x"),
                Map.of("unit", "x"),
                Map.of("sort", "x"),
                Map.of("depth", "4"),
                Map.of("years", "24"),
                Map.of("years", "1900"),
                Map.of("years", "2001,2002,2003,2004,2005,2006,2007,2008,2009,2010,2011,2012,2013"))) {
            assertThatThrownBy(() -> read("411200-103", amiss))
                    .as(amiss.toString())
                    .isInstanceOf(AskedAmiss.class);
        }
        assertThatThrownBy(() -> read("411200", Map.of("scope", "103001"))).isInstanceOf(AskedAmiss.class);
        assertThatThrownBy(() -> read("411200-103", Map.of("scope", "x"))).isInstanceOf(PageNotFound.class);
    }
}
