package org.mingzhang.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;

/** What is found as of an instant, of ones own and of what was released. */
class SearchAsOfTest {
    private static final BudgetId OFFICE = BudgetId.parse("411200-103-2025");
    private static final BudgetId WATER = BudgetId.parse("411200-201-2025");

    private static final UnitCode ONE = new UnitCode("103001");

    private final SearchIndex index = new SearchIndex();

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void as_of_an_instant_of_either_clock_what_was_there_is_found() throws IOException {
        Span first = Span.since(10, LocalDate.of(2025, 1, 20));
        Span second = Span.since(40, LocalDate.of(2025, 3, 5));
        index.replace(
                header(OFFICE),
                List.of(project("A1", "热线", first), project("A2", "热线扩容", second)),
                List.of(project("A1", "热线一版", first.until(second)), project("A1", "热线二版", second)));
        index.show();
        assertThat(titles(asOf(Moment.at(39), OFFICE))).containsExactly("热线");
        assertThat(titles(asOf(Moment.at(40), OFFICE))).containsExactlyInAnyOrder("热线", "热线扩容");
        assertThat(titles(asOf(Moment.at(9), OFFICE))).isEmpty();
        assertThat(titles(asOf(by(2025, 3, 4), OFFICE))).containsExactly("热线");
        assertThat(titles(asOf(by(2025, 3, 5), OFFICE))).hasSize(2);
        assertThat(titles(asOf(by(2025, 1, 19), OFFICE))).isEmpty();
        assertThat(titles(asOf(Moment.at(39)))).containsExactly("热线一版");
        assertThat(titles(asOf(by(2025, 3, 5)))).containsExactly("热线二版");
        assertThat(titles(question())).containsExactly("热线二版");
        assertThat(titles(question(OFFICE))).hasSize(2);
    }

    @Test
    void a_release_is_found_from_when_it_was_out_and_by_the_position_that_names_it() throws IOException {
        Span first = release(10, 14, LocalDate.of(2025, 1, 20));
        Span second = release(40, 44, LocalDate.of(2025, 3, 5));
        index.replace(
                header(OFFICE),
                List.of(),
                List.of(project("A1", "热线一版", first.until(second)), project("A1", "热线二版", second)));
        index.show();
        assertThat(titles(asOf(Moment.at(9)))).isEmpty();
        assertThat(titles(asOf(Moment.at(10)))).as("by its name").containsExactly("热线一版");
        assertThat(titles(asOf(Moment.at(13)))).as("not out yet").isEmpty();
        assertThat(titles(asOf(Moment.at(14)))).containsExactly("热线一版");
        assertThat(titles(asOf(Moment.at(39)))).containsExactly("热线一版");
        assertThat(titles(asOf(Moment.at(40)))).as("by its name").containsExactly("热线二版");
        assertThat(titles(asOf(Moment.at(43)))).containsExactly("热线一版");
        assertThat(titles(asOf(Moment.at(44)))).containsExactly("热线二版");
        assertThat(titles(asOf(by(2025, 3, 4)))).containsExactly("热线一版");
        assertThat(titles(asOf(by(2025, 3, 5)))).containsExactly("热线二版");
        assertThat(titles(question())).containsExactly("热线二版");
        Found found = index.find(asOf(Moment.at(43)), 1, 10);
        assertThat(found.namingReleases().hits()).extracting(Found.Hit::link).containsExactly("/x?asOf=10");
        index.replace(header(WATER), List.of(project("A1", "热线", Span.ALWAYS)), List.of());
        index.show();
        Found own = index.find(question(WATER), 1, 10);
        assertThat(own.namingReleases().hits()).extracting(Found.Hit::link).contains("/x", "/x?asOf=40");
    }

    private static Span release(long position, long published, LocalDate day) {
        Facts.ReleaseFact release = new Facts.ReleaseFact(position, day, "", "", "", 0, Map.of(), Map.of());
        return Span.since(new FactReader.Held<>(OFFICE, published, Long.MAX_VALUE, release));
    }

    private static Question asOf(Moment moment, BudgetId... own) {
        return question(own).asOf(moment, moment);
    }

    private static Moment by(int year, int month, int day) {
        return new Moment(Long.MAX_VALUE - 1, Optional.of(LocalDate.of(year, month, day)));
    }

    private static Entry project(String code, String name, Span span) {
        return new Entry(EntryKind.PROJECT, code, name, code, "", Set.of(ONE), List.of(Amount.ZERO), "/x", span);
    }

    private static BudgetHeader header(BudgetId id) {
        return new BudgetHeader(id, "三门峡市", "三门峡市某局", "某局", new FiscalYear(2025));
    }

    private List<String> titles(Question question) {
        return index.find(question, 1, 50).hits().stream().map(Found.Hit::title).toList();
    }

    private static Question question(BudgetId... own) {
        return Question.of("热线", Optional.empty(), Set.of(own), Optional.empty());
    }
}
