package org.mingzhang.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventNameTest {
    @Test
    void every_event_of_the_catalogue_has_a_stored_name_of_its_own() {
        Set<Class<?>> events = leaves(LedgerEvent.class).collect(Collectors.toSet());
        Set<Class<?>> named = Set.copyOf(EventName.types().values());

        assertThat(named).isEqualTo(events);
        assertThat(EventName.types().keySet()).extracting(EventName::name).doesNotHaveDuplicates();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(EventNameTest::leaves);
    }

    @Test
    void a_stored_name_is_written_with_its_version() {
        assertThat(new EventName("line-allocated", 1)).hasToString("line-allocated/1");
    }
}
