package org.mingzhang.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.PlantedEvent;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.rebuild.Rebuild;
import org.mingzhang.query.rebuild.Rebuilt;
import org.springframework.jdbc.core.simple.JdbcClient;

class FactFeedTest {
    private static final BudgetId ID = BudgetId.parse("411200-103-2025");
    private static final UnitCode UNIT = new UnitCode("103001");
    private static final Actor ACTOR = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
    private static final LocalDate DAY = LocalDate.of(2024, 9, 2);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void reading_as_of_any_position_equals_folding_the_events_up_to_it(TestDatabase database) {
        try (OpenDatabase open = database.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                FactFeed feed = new FactFeed(open.dataSource(), log)) {
            feed.start();
            List<BudgetEvent> history = history(new Random(20_250_101));
            record(log, history);
            assertThat(feed.await(history.size(), Duration.ofSeconds(30))).isTrue();
            FactReader reader = new FactReader(JdbcClient.create(open.dataSource()));
            for (int position = 2; position <= history.size(); position++) {
                BudgetFacts facts =
                        reader.load(ID, position, TableBasis.INITIAL).orElseThrow();
                assertThat(facts.expenditure())
                        .as("position %d", position)
                        .isEqualTo(folded(history.subList(0, position)));
            }
            assertThat(reader.load(ID, 0, TableBasis.INITIAL)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void facts_made_again_from_the_log_equal_the_ones_that_were_followed(TestDatabase database) throws Exception {
        try (OpenDatabase open = database.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                FactFeed feed = new FactFeed(open.dataSource(), log)) {
            feed.start();
            List<BudgetEvent> history = history(new Random(7));
            record(log, history);
            assertThat(feed.await(history.size(), Duration.ofSeconds(30))).isTrue();
            FactReader reader = new FactReader(JdbcClient.create(open.dataSource()));
            Optional<BudgetFacts> live = reader.load(ID, history.size(), TableBasis.INITIAL);
            assertThat(Rebuilt.live(Rebuild.ofFacts(open.dataSource(), log, Clock.systemUTC())))
                    .isEqualTo(2);
            assertThat(reader.load(ID, history.size(), TableBasis.INITIAL)).isEqualTo(live);
            record(log, List.of(new RoundEvent.FirstProposalSubmitted(ID, "")));
            assertThat(feed.await(history.size() + 1L, Duration.ofSeconds(30))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_event_that_cannot_be_folded_stops_the_feed_loudly_and_is_not_skipped(TestDatabase database)
            throws Exception {
        try (OpenDatabase open = database.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                FactFeed feed = new FactFeed(open.dataSource(), log)) {
            feed.start();
            record(log, List.of(opened()));
            assertThat(feed.await(1, Duration.ofSeconds(30))).isTrue();
            try (var connection = open.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("alter table fact_row rename to fact_row_gone");
            }
            record(log, List.of(registered("103001")));
            assertThat(feed.await(2, Duration.ofMillis(500))).isFalse();
            assertThat(feed.stopped()).isPresent();
            assertThat(feed.position()).isEqualTo(1);
            try (var connection = open.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("alter table fact_row_gone rename to fact_row");
            }
            assertThat(feed.await(2, Duration.ofSeconds(30))).isTrue();
            assertThat(feed.stopped()).isEmpty();
        }
    }

    /** As a newer release would have left it: nothing before it is kept back, and the message says what and where. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_event_of_a_name_that_nobody_knows_stops_the_feed_right_before_it_and_is_named(TestDatabase database)
            throws Exception {
        try (OpenDatabase open = database.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                FactFeed feed = new FactFeed(open.dataSource(), log)) {
            record(log, history(new Random(11)));
            long last = log.head();
            PlantedEvent.plant(open.dataSource(), "411200-103-2025", "line-vanished", 9);
            feed.start();
            assertThat(feed.await(last, Duration.ofSeconds(30))).isTrue();
            assertThat(feed.await(last + 1, Duration.ofMillis(500))).isFalse();
            FeedStop stop = feed.stopped().orElseThrow();
            assertThat(stop.position()).isEqualTo(last);
            assertThat(stop.reason())
                    .isEqualTo("unknown event line-vanished/9 in stream 411200-103-2025 version " + last
                            + " at position " + (last + 1));
            Instant since = stop.since();
            assertThat(feed.await(last + 1, Duration.ofMillis(1_500))).isFalse();
            assertThat(feed.stopped().orElseThrow().since())
                    .as("of the first attempt")
                    .isEqualTo(since);
        }
    }

    private static List<BudgetEvent> history(Random random) {
        List<BudgetEvent> events = new ArrayList<>(List.of(opened(), registered("103001")));
        Map<LineKey, LineContent> current = new java.util.LinkedHashMap<>();
        while (events.size() < 60) {
            LineKey key = new LineKey("L" + random.nextInt(12));
            LineContent before = current.get(key);
            LineContent after = content(random);
            if (before == null) {
                current.put(key, after);
                events.add(new LineEvent.LineAllocated(ID, key, after, List.of(posting(key, after, 1))));
            } else if (random.nextInt(3) == 0) {
                current.remove(key);
                events.add(new LineEvent.LineRemoved(ID, key, before, "重复", List.of(posting(key, before, -1))));
            } else {
                current.put(key, after);
                events.add(new LineEvent.LineRevised(
                        ID, key, before, after, List.of(posting(key, before, -1), posting(key, after, 1))));
            }
        }
        return events;
    }

    /** The reference: a line stands where it was first entered, under each classification that has money. */
    private static List<LineFact> folded(List<BudgetEvent> events) {
        Map<LineKey, Map<Classification, Long>> sums = new java.util.LinkedHashMap<>();
        for (BudgetEvent event : events) {
            for (Posting posting : event.postings()) {
                sums.computeIfAbsent(posting.line(), line -> new java.util.LinkedHashMap<>())
                        .merge(posting.classification(), posting.delta().fen(), Long::sum);
            }
        }
        List<LineFact> facts = new ArrayList<>();
        sums.forEach((line, byClassification) -> byClassification.forEach((classification, fen) -> {
            if (fen != 0) {
                facts.add(new LineFact(line, facts.size(), classification, new Amount(fen)));
            }
        }));
        return facts;
    }

    private static BudgetEvent opened() {
        return new RoundEvent.BudgetOpened(ID, "三门峡市", "办公室", "办公室", new FiscalYear(2025), Optional.empty(), List.of());
    }

    private static BudgetEvent registered(String code) {
        return new OrganisationEvent.UnitRegistered(
                ID, new BudgetUnit(new UnitCode(code), "单位", "单位", UnitNature.ADMINISTRATIVE));
    }

    private static LineContent content(Random random) {
        return new LineContent(
                new Classification.Expenditure(
                        UNIT,
                        new FunctionCode(random.nextBoolean() ? "2010301" : "2080501"),
                        ProjectCategory.OPERATING,
                        Optional.empty(),
                        new DeptEconomicCode("302" + (random.nextBoolean() ? "01" : "11")),
                        new GovEconomicCode("50201"),
                        FundType.GENERAL_PUBLIC,
                        YearSource.CURRENT,
                        true),
                new Amount(1 + random.nextInt(1_000_000)),
                "",
                "");
    }

    private static Posting posting(LineKey key, LineContent content, int sign) {
        Amount delta = sign < 0 ? content.amount().negated() : content.amount();
        return new Posting(key, content.classification(), Stage.INITIAL, delta, LocalDate.of(2025, 1, 1), "");
    }

    private static void record(JdbcEventLog log, List<BudgetEvent> events) {
        for (BudgetEvent event : events) {
            UUID command = UUID.randomUUID();
            String stream = ID.toString();
            log.append(new Append(
                    List.of(new NewEvent(UUID.randomUUID(), stream, new Envelope<>(command, ACTOR, DAY, event))),
                    Map.of(stream, log.streamVersion(stream)),
                    new Append.Claim(ACTOR.login(), command.toString(), Bytes.of(new byte[32]), command, stream)));
        }
    }
}
