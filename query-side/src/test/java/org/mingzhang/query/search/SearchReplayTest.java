package org.mingzhang.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.Beginnings;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.RandomHistory;
import org.mingzhang.query.facts.ReplayedFacts;
import org.mingzhang.query.feed.FactFeed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is found as of an instant is what somebody would have found who asked at that instant. */
class SearchReplayTest {
    private static final int EVENTS = 400;
    private static final int INSTANTS = 12;
    private static final int DAYS = 12;
    /** Every entry is found by the year of its budget. */
    private static final String EVERYTHING = "2025";

    private final Random random = new Random(20_251_127);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void at_any_position_is_found_what_was_found_when_nothing_came_after_it(TestDatabase database) throws Exception {
        List<RecordedEvent> history = RandomHistory.of(31, EVENTS);
        try (Searched all = new Searched(database);
                Searched until = new Searched(database)) {
            all.record(history);
            all.index();
            Set<Long> instants = new TreeSet<>(Set.of(1L, (long) EVENTS));
            random.longs(INSTANTS, 2, EVENTS).forEach(instants::add);
            int recorded = 0;
            for (long instant : instants) {
                until.record(history.subList(recorded, (int) instant));
                recorded = (int) instant;
                try (SearchFeedNow fresh = new SearchFeedNow(until)) {
                    assertThat(told(all.past.find(asked(Moment.at(instant)), 1, 1_000)))
                            .as("at position %d", instant)
                            .isEqualTo(told(fresh.index.find(now(), 1, 1_000)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void by_any_day_are_found_the_units_and_projects_that_a_replay_to_that_day_has(TestDatabase database)
            throws Exception {
        List<RecordedEvent> history = RandomHistory.of(32, EVENTS);
        try (Searched all = new Searched(database)) {
            all.record(history);
            all.index();
            boolean differed = false;
            for (int at = 0; at < DAYS; at++) {
                LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(500) - 20);
                Moment moment = new Moment(all.log.head(), Optional.of(day));
                Found found = all.past.find(asked(moment), 1, 1_000);
                Set<String> replayed = new TreeSet<>();
                for (BudgetId budget : RandomHistory.BUDGETS) {
                    ReplayedFacts.of(all.log.readStream(budget.toString(), 0), moment, TableBasis.INITIAL)
                            .ifPresent(facts -> replayed.addAll(named(facts)));
                }
                assertThat(found.hits().stream()
                                .filter(hit -> hit.kind() == EntryKind.UNIT || hit.kind() == EntryKind.PROJECT)
                                .map(hit -> hit.budget() + " " + hit.kind() + " " + hit.title()))
                        .as("by %s", day)
                        .containsExactlyInAnyOrderElementsOf(replayed);
                differed |= !told(found).equals(told(all.index.find(now(), 1, 1_000)));
            }
            assertThat(differed).as("some day is not today").isTrue();
        }
    }

    private static List<String> named(BudgetFacts facts) {
        String budget = facts.header().id().toString();
        return Stream.concat(
                        facts.units().stream().map(unit -> budget + " UNIT " + unit.name()),
                        facts.projects().stream().map(project -> budget + " PROJECT " + project.name()))
                .toList();
    }

    private static List<String> told(Found found) {
        assertThat(found.whole()).isTrue();
        return found.hits().stream()
                .map(hit -> String.join(
                        "|",
                        hit.budget(),
                        hit.kind().name(),
                        hit.title(),
                        hit.detail(),
                        hit.whose(),
                        hit.amount(),
                        hit.link()))
                .sorted()
                .toList();
    }

    private static Question now() {
        return Question.of(EVERYTHING, Optional.empty(), Set.copyOf(RandomHistory.BUDGETS), Optional.empty());
    }

    private static Question asked(Moment moment) {
        return now().asOf(moment, moment);
    }

    /** A log with its facts and with the index as the program has it. */
    private static final class Searched implements AutoCloseable {
        private final OpenDatabase open;
        private final JdbcEventLog log;
        private final FactFeed feed;
        private final SearchIndex index = new SearchIndex();
        private final SearchFeed search;
        private final IndexThen past;

        Searched(TestDatabase database) {
            open = database.open();
            log = new JdbcEventLog(open.dataSource(), new EventCodec());
            feed = new FactFeed(open.dataSource(), log);
            feed.start();
            search = feed(index);
            past = new IndexThen(entries(), search, index, Duration.ofMinutes(1));
        }

        void record(List<RecordedEvent> events) {
            events.forEach(event -> RandomHistory.record(log, event));
            assertThat(feed.await(log.head(), Duration.ofSeconds(30))).isTrue();
        }

        void index() throws InterruptedException {
            search.start();
            filled(search, log);
        }

        SearchFeed feed(SearchIndex into) {
            return new SearchFeed(facts(), entries(), log, into);
        }

        private FactReader facts() {
            return new FactReader(JdbcClient.create(open.dataSource()));
        }

        private TheirEntries entries() {
            JdbcClient jdbc = JdbcClient.create(open.dataSource());
            FactsAsOf asOf = new FactsAsOf(facts(), log);
            return new TheirEntries(
                    facts(), asOf, new LineBalances(jdbc, anybody -> true), new Beginnings(jdbc, facts(), asOf));
        }

        @Override
        public void close() {
            search.stop();
            feed.close();
            log.close();
            open.close();
        }
    }

    /** An index that is made of what is there now. */
    private static final class SearchFeedNow implements AutoCloseable {
        private final SearchIndex index = new SearchIndex();
        private final SearchFeed feed;

        SearchFeedNow(Searched searched) throws InterruptedException {
            feed = searched.feed(index);
            feed.start();
            filled(feed, searched.log);
        }

        @Override
        public void close() {
            feed.stop();
        }
    }

    private static void filled(SearchFeed feed, EventLog log) throws InterruptedException {
        for (int at = 0; at < 600 && feed.position() < log.head(); at++) {
            Thread.sleep(50);
        }
        assertThat(feed.position()).isEqualTo(log.head());
    }
}
