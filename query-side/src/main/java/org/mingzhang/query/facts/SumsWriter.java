package org.mingzhang.query.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * Stores what budgets add up to where everybody will ask for it: as they are released, and as of disclosed final accounts.
 * Whoever compares a thousand departments reads one row of each, and of what came later only that.
 */
public final class SumsWriter {
    /** Only of budgets that have something: of others there are no rows, and no postings to read either. */
    private static final String POSTINGS = """
        select p.budget, r.upto, p.unit, p.project, p.stage, p.fund, p.appropriated, p.function_code,
            p.dept_economic, p.gov_economic, p.delta_fen
        from unnest(cast(? as varchar array), cast(? as bigint array)) as r(budget, upto)
        join fact_posting p on p.generation = ? and p.budget = r.budget and p.position <= r.upto
            and p.side = 'expenditure'\
        """;

    private static final String DELETE = "delete from fact_sum where generation = ? and budget = ? and position = ?";
    private static final String INSERT =
            "insert into fact_sum (generation, budget, position, part, sums) values (?, ?, ?, ?, ?)";

    private final int generation;
    private final Set<At> wanted = new LinkedHashSet<>();

    public SumsWriter(int generation) {
        this.generation = generation;
    }

    private record At(String budget, long position) {}

    /** Notes what an event makes readable for everybody. */
    void note(RecordedEvent event, Object body) {
        switch (body) {
            case Facts.ReleaseFact release -> add(event.stream(), release.position());
            case Facts.AccountsFact accounts when accounts.disclosed() -> add(event.stream(), event.position());
            default -> {}
        }
    }

    /** Asks for the sums of a budget up to a position, of which all postings are there. */
    public void add(String budget, long position) {
        wanted.add(new At(budget, position));
    }

    /** Writes what was asked for, on a connection that the caller commits. */
    public void write(Connection connection) throws SQLException {
        if (wanted.isEmpty()) {
            return;
        }
        Map<At, Map<StoredSums.Key, Long>> added = added(connection);
        try (PreparedStatement delete = connection.prepareStatement(DELETE);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (At at : added.keySet()) {
                identify(delete, at);
                delete.addBatch();
            }
            delete.executeBatch();
            for (Map.Entry<At, Map<StoredSums.Key, Long>> one : added.entrySet()) {
                List<byte[]> pieces = StoredSums.written(one.getValue());
                for (int part = 0; part < pieces.size(); part++) {
                    identify(insert, one.getKey());
                    insert.setInt(4, part);
                    insert.setBytes(5, pieces.get(part));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        wanted.clear();
    }

    private void identify(PreparedStatement statement, At at) throws SQLException {
        statement.setInt(1, generation);
        statement.setString(2, at.budget());
        statement.setLong(3, at.position());
    }

    private Map<At, Map<StoredSums.Key, Long>> added(Connection connection) throws SQLException {
        List<At> all = new ArrayList<>(wanted);
        Map<At, Map<StoredSums.Key, Long>> added = new LinkedHashMap<>();
        Map<StoredSums.Place, StoredSums.Place> same = new HashMap<>();
        try (PreparedStatement question = connection.prepareStatement(POSTINGS)) {
            question.setArray(
                    1,
                    connection.createArrayOf(
                            "varchar", all.stream().map(At::budget).toArray()));
            question.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", all.stream().map(At::position).toArray()));
            question.setInt(3, generation);
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    StoredSums.Place place = new StoredSums.Place(
                            row.getString(3),
                            row.getString(4),
                            Stage.valueOf(row.getString(5)),
                            FundType.valueOf(row.getString(6)),
                            row.getBoolean(7));
                    long codes = PackedCodes.of(row.getString(8), row.getString(9), row.getString(10));
                    added.computeIfAbsent(new At(row.getString(1), row.getLong(2)), fresh -> new LinkedHashMap<>())
                            .merge(
                                    new StoredSums.Key(same.computeIfAbsent(place, fresh -> fresh), codes),
                                    row.getLong(11),
                                    Math::addExact);
                }
            }
        }
        return added;
    }
}
