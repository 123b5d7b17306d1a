package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mingzhang.application.pages.PageVisit;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which pages somebody looks at with axe: all of {@code routes.tsv}, or it is written down why not. */
class EveryPageIsVisitedTest {
    /** What is for programs and for the browser itself. */
    private static final List<String> NO_PAGES = List.of("/api/", "/v3/", "/actuator", "/webjars/");

    @Test
    void every_page_is_visited_or_says_why_not() {
        assertThat(without(pages(), PageVisit.all()))
                .as("add a line to pages.tsv for")
                .isEmpty();
    }

    @Test
    void a_page_that_nobody_looks_at_is_found() {
        Set<String> pages = pages();
        pages.add("/guilty/{id}");
        assertThat(without(pages, PageVisit.all())).containsExactly("/guilty/{id}");
    }

    @Test
    void every_visit_is_of_a_page_that_there_is_and_goes_where_its_pattern_says() {
        assertThat(PageVisit.all())
                .doesNotHaveDuplicates()
                .extracting(PageVisit::pattern)
                .isSubsetOf(pages());
        assertThat(PageVisit.all())
                .filteredOn(PageVisit::isDirect)
                .allSatisfy(visit -> assertThat(PathPatternParser.defaultInstance
                                .parse(visit.pattern())
                                .matches(PathContainer.parsePath(visit.address().replaceFirst("\\?.*", ""))))
                        .as("%s is a page of %s", visit.address(), visit.pattern())
                        .isTrue());
    }

    private static Set<String> pages() {
        return RouteLine.all().stream()
                .filter(line -> line.method().equals("GET"))
                .map(RouteLine::pattern)
                .filter(pattern -> NO_PAGES.stream().noneMatch(pattern::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Collection<String> pages, List<PageVisit> visits) {
        Set<String> visited = visits.stream().map(PageVisit::pattern).collect(Collectors.toSet());
        return pages.stream().filter(page -> !visited.contains(page)).collect(Collectors.toCollection(TreeSet::new));
    }
}
