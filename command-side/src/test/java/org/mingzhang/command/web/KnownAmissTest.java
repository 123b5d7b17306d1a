package org.mingzhang.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.command.web.KnownAmiss.Circumstances;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;

/** A draft is looked at once, and again as soon as anything has changed that it hangs on. */
class KnownAmissTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final Actor WANG = Actor.of("wang", "王财务", Role.DEPARTMENT_FINANCE);
    private static final Circumstances NOW =
            new Circumstances(BUDGET, 7, 3, "rules", DAY, WANG, Optional.empty(), Locale.ENGLISH);
    private static final UUID DRAFT = new UUID(1, 1);

    private final KnownAmiss known = new KnownAmiss(3);
    private int looked;

    private List<FieldProblem> asked(UUID draft, long version, boolean files, Circumstances now, String... field) {
        Map<String, String> fields = field.length == 0 ? Map.of() : Map.of(field[0], "1");
        return known.of(draft, version, fields, files, now, () -> {
            looked++;
            return List.of(new FieldProblem("reason", "key-" + looked, "", Map.of()));
        });
    }

    @Test
    void it_is_looked_at_once() {
        List<FieldProblem> first = asked(DRAFT, 0, false, NOW);
        assertThat(asked(DRAFT, 0, false, NOW)).isEqualTo(first);
        assertThat(looked).isOne();
    }

    @Test
    void whatever_changes_it_is_looked_at_again() {
        asked(DRAFT, 0, false, NOW);
        asked(DRAFT, 1, false, NOW);
        asked(new UUID(1, 2), 0, false, NOW);
        asked(DRAFT, 0, true, NOW);
        Optional<UnitCode> unit = Optional.of(new UnitCode("103005"));
        Actor delegate = new Actor("wang", "王财务", Role.DEPARTMENT_FINANCE, Optional.of("zhao"));
        List<Circumstances> others = Stream.of(
                        new Circumstances(BUDGET, 8, 3, "rules", DAY, WANG, Optional.empty(), Locale.ENGLISH),
                        new Circumstances(BUDGET, 7, 4, "rules", DAY, WANG, Optional.empty(), Locale.ENGLISH),
                        new Circumstances(BUDGET, 7, 3, "other", DAY, WANG, Optional.empty(), Locale.ENGLISH),
                        new Circumstances(
                                BUDGET, 7, 3, "rules", DAY.plusDays(1), WANG, Optional.empty(), Locale.ENGLISH),
                        new Circumstances(BUDGET, 7, 3, "rules", DAY, delegate, Optional.empty(), Locale.ENGLISH),
                        new Circumstances(BUDGET, 7, 3, "rules", DAY, WANG, unit, Locale.ENGLISH),
                        new Circumstances(BUDGET, 7, 3, "rules", DAY, WANG, Optional.empty(), Locale.CHINESE))
                .toList();
        others.forEach(other -> asked(DRAFT, 0, false, other));
        assertThat(looked).isEqualTo(4 + others.size());
    }

    @Test
    void one_that_moves_another_budget_is_looked_at_every_time() {
        asked(DRAFT, 0, false, NOW, "counterpart");
        asked(DRAFT, 0, false, NOW, "counterpart");
        assertThat(looked).isEqualTo(2);
    }

    @Test
    void only_so_many_are_kept_and_those_that_are_asked_for_stay() {
        for (int draft = 1; draft <= 3; draft++) {
            asked(new UUID(1, draft), 0, false, NOW);
        }
        asked(DRAFT, 0, false, NOW);
        asked(new UUID(1, 4), 0, false, NOW);
        asked(DRAFT, 0, false, NOW);
        assertThat(looked).isEqualTo(4);
        asked(new UUID(1, 2), 0, false, NOW);
        assertThat(looked).isEqualTo(5);
    }
}
