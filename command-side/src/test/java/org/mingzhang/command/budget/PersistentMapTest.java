package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PersistentMapTest {
    /** Even numbers are put, odd ones taken away. */
    @Property(tries = 300)
    void it_holds_what_a_map_that_changes_would_hold(
            @ForAll @Size(max = 200) List<@IntRange(max = 120) Integer> operations) {
        TreeMap<Integer, String> expected = new TreeMap<>();
        PersistentMap<Integer, String> map = PersistentMap.empty();
        for (int operation : operations) {
            int key = operation / 2;
            if (operation % 2 == 0) {
                expected.put(key, "v" + operation);
                map = map.with(key, "v" + operation);
            } else {
                expected.remove(key);
                map = map.without(key);
            }
        }
        assertThat(map.values()).isEqualTo(new ArrayList<>(expected.values()));
        assertThat(map.size()).isEqualTo(expected.size());
        for (int key = 0; key <= 60; key++) {
            assertThat(map.get(key).orElse("")).isEqualTo(expected.getOrDefault(key, ""));
        }
    }

    @Test
    void a_map_does_not_change_when_another_is_made_from_it() {
        PersistentMap<Integer, String> one =
                PersistentMap.<Integer, String>empty().with(1, "a");

        one.with(1, "b").with(2, "c").without(1);

        assertThat(one.values()).containsExactly("a");
    }

    @Test
    void it_stays_flat_when_keys_come_in_order() {
        PersistentMap<Integer, Integer> up = PersistentMap.empty();
        PersistentMap<Integer, Integer> down = PersistentMap.empty();
        for (int i = 0; i < 100_000; i++) {
            up = up.with(i, i);
            down = down.with(-i, i);
        }
        assertThat(up.height()).isLessThanOrEqualTo(20);
        assertThat(down.height()).isLessThanOrEqualTo(20);
    }

    @Test
    void entries_keep_the_order_in_which_they_were_entered() {
        Entries<String, Integer> entries = Entries.<String, Integer>none()
                .add("b", 1)
                .add("a", 2)
                .add("c", 3)
                .replace("b", 4)
                .remove("a")
                .set("a", 5);

        assertThat(entries.values()).containsExactly(4, 3, 5);
    }

    @Test
    void an_impossible_change_of_entries_stops_us() {
        Entries<String, Integer> entries = Entries.<String, Integer>none().add("a", 1);

        assertThatThrownBy(() -> entries.add("a", 2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> entries.replace("b", 2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> entries.remove("b")).isInstanceOf(IllegalStateException.class);
    }
}
