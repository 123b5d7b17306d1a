package org.mingzhang.query.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.Stage;

/** Whether the stored sums of a budget are what the postings of the same generation add up to. */
public final class SumsCheck {
    private static final String STORED = """
            select position, sums from fact_sum where generation = ? and budget = ? and position <= ?
            order by position, part""";
    private static final String POSTINGS = """
            select unit, project, stage, fund, appropriated, function_code, dept_economic, gov_economic, sum(delta_fen)
            from fact_posting where generation = ? and budget = ? and position <= ? and side = 'expenditure'
            group by unit, project, stage, fund, appropriated, function_code, dept_economic, gov_economic""";

    private final Connection connection;
    private final int generation;

    public SumsCheck(Connection connection, int generation) {
        this.connection = connection;
        this.generation = generation;
    }

    /** The positions of those that are not, up to one. */
    public List<Long> wrong(String budget, long asOf) throws SQLException {
        List<Long> wrong = new ArrayList<>();
        for (Map.Entry<Long, Map<StoredSums.Key, Long>> stored :
                stored(budget, asOf).entrySet()) {
            if (!stored.getValue().equals(posted(budget, stored.getKey()))) {
                wrong.add(stored.getKey());
            }
        }
        return wrong;
    }

    private SortedMap<Long, Map<StoredSums.Key, Long>> stored(String budget, long asOf) throws SQLException {
        SortedMap<Long, Map<StoredSums.Key, Long>> stored = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(STORED)) {
            select.setInt(1, generation);
            select.setString(2, budget);
            select.setLong(3, asOf);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    StoredSums.each(
                            row.getBytes(2), new Read(stored.computeIfAbsent(row.getLong(1), at -> new HashMap<>())));
                }
            }
        }
        return stored;
    }

    private Map<StoredSums.Key, Long> posted(String budget, long position) throws SQLException {
        Map<StoredSums.Key, Long> posted = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(POSTINGS)) {
            select.setInt(1, generation);
            select.setString(2, budget);
            select.setLong(3, position);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    StoredSums.Place place = new StoredSums.Place(
                            row.getString(1),
                            row.getString(2),
                            Stage.valueOf(row.getString(3)),
                            FundType.valueOf(row.getString(4)),
                            row.getBoolean(5));
                    long codes = PackedCodes.of(row.getString(6), row.getString(7), row.getString(8));
                    posted.merge(new StoredSums.Key(place, codes), row.getLong(9), Math::addExact);
                }
            }
        }
        return posted;
    }

    /** One piece after the other of the same sums. */
    private static final class Read implements StoredSums.Taking {
        private final Map<StoredSums.Key, Long> sums;
        private List<StoredSums.Place> places = List.of();

        Read(Map<StoredSums.Key, Long> sums) {
            this.sums = sums;
        }

        @Override
        public void places(List<StoredSums.Place> said, int number) {
            places = List.copyOf(said);
        }

        @Override
        public void sum(int place, long codes, long fen) {
            sums.merge(new StoredSums.Key(places.get(place), codes), fen, Math::addExact);
        }
    }
}
