package org.mingzhang.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentBudgetsTest {
    private final RecentBudgets recent = new RecentBudgets(2);

    @Test
    void the_one_that_was_not_used_for_longest_makes_room() {
        recent.put("a", 1);
        recent.put("b", 2);
        assertThat(recent.<String, Integer>get("a")).isEqualTo(1);
        recent.put("c", 3);
        assertThat(recent.containsKey("b")).isFalse();
        assertThat(recent.<String, Integer>get("a")).isEqualTo(1);
        assertThat(recent.<String, Integer>get("c")).isEqualTo(3);
    }

    @Test
    void what_is_remembered_already_is_kept() {
        assertThat(recent.putIfAbsent("a", 1)).isTrue();
        assertThat(recent.putIfAbsent("a", 2)).isFalse();
        assertThat(recent.<String, Integer>get("a")).isEqualTo(1);
    }

    @Test
    void what_is_removed_is_forgotten() {
        recent.put("a", 1);
        assertThat(recent.remove("a")).isTrue();
        assertThat(recent.remove("a")).isFalse();
        assertThat(recent.<String, Integer>get("a")).isNull();
    }
}
