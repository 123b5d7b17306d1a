package org.mingzhang.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** What was recorded together is found from any of it. */
class CommandPlacesTest {
    private static final String BUDGET = "411200-103-2025";
    private static final String OTHER = "411200-104-2025";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void everything_of_a_command_is_found_from_one_of_its_events(TestDatabase kind) {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            log.append(Histories.append(BUDGET, -1, "a", 3));
            log.append(Histories.append(OTHER, -1, "b", 4));
            log.append(Histories.append(BUDGET, 2, "c", 2));
            CommandPlaces places = new CommandPlaces(open.dataSource());

            assertThat(positions(places.around(List.of(5L)))).containsExactly(4L, 5L, 6L, 7L);
            assertThat(positions(places.around(List.of(9L, 1L)))).containsExactly(1L, 2L, 3L, 8L, 9L);
            assertThat(places.around(List.of(5L)))
                    .extracting(CommandPlaces.Place::stream)
                    .containsOnly(OTHER);
            assertThat(places.around(List.of())).isEmpty();
            assertThat(places.around(List.of(99L))).isEmpty();
            assertThat(positions(
                            places.around(LongStream.rangeClosed(1, 9).boxed().toList())))
                    .hasSize(9);
        }
    }

    private static List<Long> positions(List<CommandPlaces.Place> places) {
        return places.stream().map(CommandPlaces.Place::position).toList();
    }
}
