package org.mingzhang.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

/** Ids sort by their time as databases sort them, and the same act has the same one. */
class IdentitiesTest {
    @Test
    void eachStandsBehindThoseBeforeAsTextAndAsBytes() {
        List<String> made = Stream.generate(Identities::next)
                .limit(100_000)
                .map(UUID::toString)
                .toList();

        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(id -> id.charAt(14) == '7');
    }

    @Test
    void axonNamesItsMessagesLikewise() {
        String before = Identities.next().toString();
        String message = IdentifierFactory.getInstance().generateIdentifier();

        assertThat(List.of(before, message, Identities.next().toString())).isSorted();
    }

    @Test
    void theSameKeyByTheSamePersonIsTheSameAct() {
        String key = Identities.next().toString();

        assertThat(Identities.ofAct("jingban", key)).isEqualTo(Identities.ofAct("jingban", key));
        assertThat(Identities.ofAct("jingban", key)).isNotEqualTo(Identities.ofAct("caiwu", key));
        assertThat(Identities.ofAct("jingban", key)).isNotEqualTo(Identities.ofAct("jingban", key + "-f1"));
    }

    @Test
    void anActStandsAtTheTimeOfItsKey() {
        UUID key = UUID.fromString("019ac5a0-0123-7abc-8def-0123456789ab");

        for (String behind : List.of("", "-f1", "/411200-103-2025/3")) {
            UUID act = Identities.ofAct("jingban", key + behind);
            assertThat(act.version()).isEqualTo(8);
            assertThat(act.variant()).isEqualTo(2);
            assertThat(act.toString()).startsWith("019ac5a0-0123-8");
        }
    }

    @Test
    void aKeyOfSomebodyElseIsJustAText() {
        for (String key : List.of(
                "", "x", "f47ac10b-58cc-4372-a567-0e02b2c3d479", "019ac5a0-0123-7abc-8def-0123456789abc", "预算")) {
            assertThat(Identities.ofAct("jingban", key).version()).isEqualTo(3);
            assertThat(Identities.ofAct("jingban", key)).isEqualTo(Identities.ofAct("jingban", key));
        }
    }
}
