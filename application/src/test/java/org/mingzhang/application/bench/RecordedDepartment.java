package org.mingzhang.application.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.feed.FactFeed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A department in a database: its events in the log, folded into facts, ready to be read. */
final class RecordedDepartment implements AutoCloseable {
    private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
    private static final Actor ACTOR = Actor.of("bench", "基准", Role.DEPARTMENT_FINANCE);

    private final BudgetId budget;
    private final long position;
    private final String function;
    private final OpenDatabase database;
    private final FactReader reader;
    private long reads;

    RecordedDepartment(TestDatabase kind, BudgetFacts facts) {
        this.budget = facts.header().id();
        this.function = facts.expenditure().stream()
                .map(line -> (Classification.Expenditure) line.classification())
                .map(line -> line.function().value())
                .findFirst()
                .orElseThrow();
        this.database = kind.open();
        List<BudgetEvent> events = events(facts);
        this.position = events.size();
        try (JdbcEventLog log = new JdbcEventLog(database.dataSource(), new EventCodec());
                FactFeed feed = new FactFeed(database.dataSource(), log)) {
            record(log, events);
            feed.start();
            if (!feed.await(position, Duration.ofMinutes(5))) {
                throw new IllegalStateException("the facts do not follow: " + feed.stopped());
            }
        }
        this.reader = new FactReader(JdbcClient.create(database.dataSource()));
    }

    /** Reads the facts anew, each time as of another position, since H2 may keep the result of the same question. */
    BudgetFacts read() {
        reads++;
        return reader.load(budget, position + reads, TableBasis.INITIAL).orElseThrow();
    }

    BudgetId budget() {
        return budget;
    }

    /** Of its last event. */
    long position() {
        return position;
    }

    /** The generation of rows that is read. */
    static int generation(DataSource source) {
        return JdbcClient.create(source)
                .sql("select generation from projection where name = 'facts'")
                .query(Integer.class)
                .single();
    }

    /** A function code that many of its lines have. */
    String function() {
        return function;
    }

    /** Where its log and facts are. */
    OpenDatabase database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }

    private void record(JdbcEventLog log, List<BudgetEvent> events) {
        UUID command = UUID.randomUUID();
        String stream = budget.toString();
        List<NewEvent> recorded = events.stream()
                .map(event -> new NewEvent(UUID.randomUUID(), stream, new Envelope<>(command, ACTOR, DAY, event)))
                .toList();
        log.append(new Append(
                recorded,
                Map.of(stream, log.streamVersion(stream)),
                new Append.Claim(ACTOR.login(), command.toString(), Bytes.of(new byte[32]), command, stream)));
    }

    private static List<BudgetEvent> events(BudgetFacts facts) {
        BudgetId id = facts.header().id();
        List<BudgetEvent> events = new ArrayList<>();
        events.add(new RoundEvent.BudgetOpened(
                id,
                facts.header().divisionName(),
                facts.header().departmentName(),
                facts.header().shortName(),
                facts.header().classificationYear(),
                Optional.empty(),
                List.of()));
        facts.units().forEach(unit -> events.add(new OrganisationEvent.UnitRegistered(id, unit)));
        facts.projects().forEach(project -> events.add(new ProjectEvent.ProjectRegistered(id, project)));
        facts.expenditure().forEach(line -> events.add(line(id, line)));
        facts.revenue().forEach(line -> events.add(line(id, line)));
        return events;
    }

    private static BudgetEvent line(BudgetId id, LineFact line) {
        List<Posting> postings = List.of(new Posting(
                line.key(), line.classification(), Stage.INITIAL, line.amount(), LocalDate.of(2025, 1, 1), ""));
        return switch (line.classification()) {
            case Classification.Expenditure of ->
                new LineEvent.LineAllocated(id, line.key(), new LineContent(of, line.amount(), "", ""), postings);
            case Classification.Revenue of ->
                new RevenueEvent.RevenueEstimated(id, line.key(), new RevenueContent(of, line.amount(), ""), postings);
        };
    }
}
