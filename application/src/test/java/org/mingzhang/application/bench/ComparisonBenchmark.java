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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
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

/** Ten years of a thousand departments of a hundred lines each, all released, compared by function over HTTP. */
final class ComparisonBenchmark implements Benchmark {
    private static final int YEARS = 10;
    private static final int FIRST_YEAR = 2016;
    private static final int LINES = 100;
    private static final int CODES = 60;
    private static final int TOGETHER = 5_000;
    private static final String DEPARTMENTS = "MINGZHANG_BENCH_DEPARTMENTS";
    private static final String POSTING = """
            insert into fact_posting (generation, position, ordinal, budget, line_key, side, unit, fund, source,
                appropriated, revenue, function_code, category, project, dept_economic, gov_economic, stage, delta_fen,
                effective, event_id, basis)
            values (?, ?, 0, ?, ?, 'expenditure', ?, 'GENERAL_PUBLIC', 'CURRENT', true, '', ?, 'OPERATING', '', ?, '50201',
                'INITIAL', ?, ?, ?, '')""";
    private static final String ROW = """
            insert into fact_row (generation, budget, kind, row_key, from_position, to_position, body)
            values (?, ?, ?, '', 1, 9223372036854775807, ?)""";

    /** The same sums of everything that is there, whoever may read it. */
    private static final String BARE = """
            select right(budget, 4), function_code, sum(delta_fen) from fact_posting
            where generation = ? and side = 'expenditure' and stage = 'INITIAL' group by right(budget, 4), function_code""";

    private static final String BARE_BRIDGE = """
            select budget, delta_fen, position, line_key, unit, function_code, category, project, dept_economic, gov_economic
            from fact_posting where generation = ? and budget in ('990000-001-2024', '990000-001-2025')
                and side = 'expenditure' and stage in ('INITIAL', 'ADJUSTED') order by budget, position, ordinal""";

    private final ObjectMapper json = KernelJson.mapper();
    private final Random random = new Random(2025);

    @Override
    public String name() {
        return "comparison";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        int departments = Integer.parseInt(System.getenv().getOrDefault(DEPARTMENTS, "1000"));
        for (TestDatabase kind : TestDatabase.values()) {
            try (OpenDatabase database = kind.open()) {
                filled(database.dataSource(), departments);
                try (RunningApplication application = started(kind, database)) {
                    String years = IntStream.range(FIRST_YEAR, FIRST_YEAR + YEARS)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(","));
                    told.accept(Rounds.measure(
                            String.format(
                                    "%d years × %,d departments × %d lines by function, %s",
                                    YEARS, departments, LINES, kind),
                            "500 ms",
                            3,
                            11,
                            () -> asked(application, "/api/comparison/990000?years=" + years),
                            () -> bare(database.dataSource())));
                    told.accept(Rounds.measure(
                            String.format("%d years of one department of %,d, %s", YEARS, departments, kind),
                            "printed",
                            3,
                            21,
                            () -> asked(application, "/api/comparison/990000-001?years=" + years)));
                    told.accept(Rounds.measure(
                            String.format("bridge between two years of one department of %,d, %s", departments, kind),
                            "50 ms",
                            10,
                            51,
                            () -> asked(application, "/api/comparison/990000-001/bridge?from=2024&to=2025"),
                            () -> bareBridge(database.dataSource())));
                }
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
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

    private static Long bare(DataSource source) {
        try (Connection connection = source.getConnection();
                PreparedStatement question = connection.prepareStatement(BARE)) {
            question.setInt(1, generation(connection));
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
            question.setInt(1, generation(connection));
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
        List<String> functions = codes(Classifications.shipped().functional(), 7);
        List<String> economic = codes(Classifications.shipped().deptEconomic(), 5);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            int generation = generation(connection);
            long position = 0;
            try (PreparedStatement rows = connection.prepareStatement(ROW);
                    PreparedStatement postings = connection.prepareStatement(POSTING)) {
                for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                    for (int department = 0; department < departments; department++) {
                        BudgetId budget = BudgetId.parse("990000-%03d-%d".formatted(department, year));
                        released(rows, generation, budget);
                        for (int line = 0; line < LINES; line++) {
                            position++;
                            posting(postings, generation, position, budget, line, functions, economic);
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
                connection.commit();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
                connection.commit();
            }
        }
    }

    private void released(PreparedStatement rows, int generation, BudgetId budget)
            throws SQLException, JsonProcessingException {
        row(rows, generation, budget, "header", new BudgetHeader(budget, "虚构市", "虚构市示例局", "示例局", budget.year()));
        row(
                rows,
                generation,
                budget,
                "release",
                new Facts.ReleaseFact(
                        1_000_000_000L,
                        LocalDate.of(budget.year().value(), 2, 10),
                        "x",
                        "x",
                        "x",
                        0,
                        Map.of(),
                        Map.of()));
    }

    private void row(PreparedStatement rows, int generation, BudgetId budget, String kind, Object body)
            throws SQLException, JsonProcessingException {
        rows.setInt(1, generation);
        rows.setString(2, budget.toString());
        rows.setString(3, kind);
        rows.setString(4, json.writeValueAsString(body));
        rows.addBatch();
    }

    private void posting(
            PreparedStatement postings,
            int generation,
            long position,
            BudgetId budget,
            int line,
            List<String> functions,
            List<String> economic)
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

    private static int generation(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select generation from projection where name = 'facts'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static List<String> codes(CodeList list, int length) {
        return list.validIn(new FiscalYear(FIRST_YEAR + YEARS - 1)).stream()
                .map(CodeEntry::code)
                .filter(code -> code.length() == length)
                .limit(CODES)
                .toList();
    }
}
