package org.mingzhang.application.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeEntry;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.ledger.codec.KernelJson;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LiveFacts;
import org.mingzhang.query.facts.SumsWriter;

/** Ten years of a thousand departments of a hundred lines each, all released, compared by function over HTTP. */
final class ComparisonBenchmark implements Benchmark {
    private static final int YEARS = 10;
    private static final int FIRST_YEAR = 2016;
    private static final int LINES = 100;
    private static final int CODES = 60;
    private static final int TOGETHER = 5_000;
    private static final String DEPARTMENTS = "MINGZHANG_BENCH_DEPARTMENTS";
    private static final String DATABASES = "MINGZHANG_BENCH_DATABASES";
    private static final String POSTING = """
        insert into fact_posting (generation, position, ordinal, budget, line_key, side, unit, fund, source,
            appropriated, revenue, function_code, category, project, dept_economic, gov_economic, stage, delta_fen,
            effective, event_id, basis)
        values (?, ?, 0, ?, ?, 'expenditure', ?, 'GENERAL_PUBLIC', 'CURRENT', true, '', ?, 'OPERATING', '', ?, '50201',
            'INITIAL', ?, ?, ?, '')\
        """;
    private static final String ROW = """
        insert into fact_row (generation, budget, kind, row_key, from_position, to_position, body)
        values (?, ?, ?, '', ?, 9223372036854775807, ?)\
        """;

    /** The same sums of everything that is there, whoever may read it. */
    private static final String BARE = """
        select right(budget, 4), function_code, sum(delta_fen) from fact_posting
        where generation = ? and side = 'expenditure' and stage = 'INITIAL' and position <= ?
        group by right(budget, 4), function_code\
        """;

    private static final String BARE_BRIDGE = """
        select budget, delta_fen, position, line_key, unit, function_code, category, project, dept_economic, gov_economic
        from fact_posting where generation = ? and budget in ('990000-001-2024', '990000-001-2025')
            and side = 'expenditure' and stage in ('INITIAL', 'ADJUSTED') order by budget, position, ordinal\
        """;

    private static final AtomicLong ASKED = new AtomicLong(Long.MAX_VALUE);

    private final ObjectMapper json = KernelJson.mapper();
    private final Random random = new Random(2025);
    private final List<String> functions = codes(Classifications.shipped().functional(), 7);
    private final List<String> economic = codes(Classifications.shipped().deptEconomic(), 5);

    @Override
    public String name() {
        return "comparison";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        int departments = Integer.parseInt(System.getenv().getOrDefault(DEPARTMENTS, "1000"));
        String databases = System.getenv().getOrDefault(DATABASES, Arrays.toString(TestDatabase.values()));
        for (TestDatabase kind : TestDatabase.values()) {
            if (!databases.contains(kind.name())) {
                continue;
            }
            try (OpenDatabase database = kind.open()) {
                filled(database.dataSource(), departments);
                try (RunningApplication application = started(kind, database)) {
                    String size = String.format("%d×%,d×%d %s", YEARS, departments, LINES, kind);
                    measured(told, application, database.dataSource(), size);
                }
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void measured(Consumer<BenchFigure> told, RunningApplication application, DataSource source, String size) {
        String asked = "?years="
                + IntStream.range(FIRST_YEAR, FIRST_YEAR + YEARS)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));
        Supplier<?> all = () -> asked(application, "/api/comparison/990000" + asked);
        asked(application, "/actuator/health"); // as whoever started it does; what asks is not measured with it
        told.accept(Rounds.measure(size + " by function, first question", "500 ms", 0, 1, all, () -> bare(source)));
        told.accept(Rounds.measure(size + " by function, again", "500 ms", 3, 5, all, () -> bare(source)));
        told.accept(Rounds.timed(size + " by function, one budget changed", "500 ms", 3, 11, () -> {
            releasedAnew(source);
            return Rounds.millis(all);
        }));
        told.accept(Rounds.measure(
                size + " by project, again",
                "printed",
                3,
                11,
                () -> asked(application, "/api/comparison/990000" + asked + "&by=project")));
        told.accept(Rounds.measure(
                size + ", one department",
                "printed",
                3,
                21,
                () -> asked(application, "/api/comparison/990000-001" + asked)));
        told.accept(Rounds.measure(
                size + ", bridge between two years of one department",
                "50 ms",
                10,
                51,
                () -> asked(application, "/api/comparison/990000-001/bridge?from=2024&to=2025"),
                () -> bareBridge(source)));
    }

    /** One more posting of one budget, which the public may read. */
    private void releasedAnew(DataSource source) {
        BudgetId budget = BudgetId.parse("990000-%03d-%d".formatted(random.nextInt(10), FIRST_YEAR + YEARS - 1));
        try (Connection connection = source.getConnection();
                PreparedStatement close = connection.prepareStatement(
                        "update fact_row set to_position = ? where budget = ? and kind = 'release' and to_position ="
                                + " ?");
                PreparedStatement postings = connection.prepareStatement(POSTING);
                PreparedStatement rows = connection.prepareStatement(ROW)) {
            connection.setAutoCommit(false);
            LiveFacts live = LiveFacts.take(connection);
            long position = live.position() + 1;
            posting(postings, live.generation(), position, budget, 0);
            postings.executeBatch();
            close.setLong(1, position);
            close.setString(2, budget.toString());
            close.setLong(3, Long.MAX_VALUE);
            close.executeUpdate();
            row(rows, live.generation(), position, budget, "release", release(budget, position));
            rows.executeBatch();
            new LiveFacts(live.generation(), position).write(connection);
            connection.commit();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RunningApplication started(TestDatabase kind, OpenDatabase database) throws IOException {
        return RunningApplication.start(
                Files.createTempDirectory("mingzhang-bench"),
                false,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + (kind == TestDatabase.H2 ? "sa" : "postgres"),
                "--spring.datasource.password=" + (kind == TestDatabase.H2 ? "" : "postgres"));
    }

    private static Integer asked(RunningApplication application, String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(application.address() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            return answer.body().length();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of another position each time: what it was asked the same before, H2 does not look for. */
    private static Long bare(DataSource source) {
        try (Connection connection = source.getConnection();
                PreparedStatement question = connection.prepareStatement(BARE)) {
            question.setInt(1, LiveFacts.read(connection).generation());
            question.setLong(2, ASKED.decrementAndGet());
            long sum = 0;
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    sum += row.getLong(3);
                }
            }
            return sum;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of both years, whoever may read them and whatever becomes of them. */
    private static Long bareBridge(DataSource source) {
        try (Connection connection = source.getConnection();
                PreparedStatement question = connection.prepareStatement(BARE_BRIDGE)) {
            question.setInt(1, LiveFacts.read(connection).generation());
            long sum = 0;
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    sum += row.getLong(2);
                }
            }
            return sum;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void filled(DataSource source, int departments) throws SQLException, JsonProcessingException {
        long last = (long) YEARS * departments * LINES;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            int generation = LiveFacts.read(connection).generation();
            long position = 0;
            try (PreparedStatement rows = connection.prepareStatement(ROW);
                    PreparedStatement postings = connection.prepareStatement(POSTING)) {
                for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                    for (int department = 0; department < departments; department++) {
                        BudgetId budget = BudgetId.parse("990000-%03d-%d".formatted(department, year));
                        row(rows, generation, 1, budget, "header", header(budget));
                        row(rows, generation, 1, budget, "release", release(budget, last));
                        for (int line = 0; line < LINES; line++) {
                            position++;
                            posting(postings, generation, position, budget, line);
                        }
                        if (position % TOGETHER == 0) {
                            postings.executeBatch();
                            rows.executeBatch();
                            connection.commit();
                        }
                    }
                }
                postings.executeBatch();
                rows.executeBatch();
            }
            sums(connection, generation, departments, last);
            new LiveFacts(generation, last).write(connection);
            connection.commit();
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
                connection.commit();
            }
        }
    }

    /** As the projection stores them with each release. */
    private static void sums(Connection connection, int generation, int departments, long position)
            throws SQLException {
        SumsWriter sums = new SumsWriter(generation);
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            for (int department = 0; department < departments; department++) {
                sums.add("990000-%03d-%d".formatted(department, year), position);
                if (department % 100 == 99 || department == departments - 1) {
                    sums.write(connection);
                    connection.commit();
                }
            }
        }
    }

    private static BudgetHeader header(BudgetId budget) {
        return new BudgetHeader(budget, "虚构市", "虚构市示例局", "示例局", budget.year());
    }

    private static Facts.ReleaseFact release(BudgetId budget, long position) {
        LocalDate day = LocalDate.of(budget.year().value(), 2, 10);
        return new Facts.ReleaseFact(position, day, "x", "x", "x", 0, Map.of(), Map.of());
    }

    private void row(PreparedStatement rows, int generation, long position, BudgetId budget, String kind, Object body)
            throws SQLException, JsonProcessingException {
        rows.setInt(1, generation);
        rows.setString(2, budget.toString());
        rows.setString(3, kind);
        rows.setLong(4, position);
        rows.setString(5, json.writeValueAsString(body));
        rows.addBatch();
    }

    private void posting(PreparedStatement postings, int generation, long position, BudgetId budget, int line)
            throws SQLException {
        postings.setInt(1, generation);
        postings.setLong(2, position);
        postings.setString(3, budget.toString());
        postings.setString(4, "L" + line);
        postings.setString(5, budget.department() + "001");
        postings.setString(6, functions.get(random.nextInt(functions.size())));
        postings.setString(7, economic.get(random.nextInt(economic.size())));
        postings.setLong(8, 1 + random.nextInt(100_000_000));
        postings.setDate(9, Date.valueOf(LocalDate.of(budget.year().value(), 1, 1)));
        postings.setObject(10, new UUID(7, position));
        postings.addBatch();
    }

    private static List<String> codes(CodeList list, int length) {
        return list.validIn(new FiscalYear(FIRST_YEAR + YEARS - 1)).stream()
                .map(CodeEntry::code)
                .filter(code -> code.length() == length)
                .limit(CODES)
                .toList();
    }
}
