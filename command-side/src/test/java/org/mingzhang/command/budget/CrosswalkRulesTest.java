package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.basisOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;

/** How units, projects and codes go on under others: exactly, once, and never back to where they were. */
class CrosswalkRulesTest {
    private static final DivisionCode DIVISION = new DivisionCode("411200");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 10);
    private static final FiscalYear Y2026 = new FiscalYear(2026);

    private static Envelope<CrosswalkCommand> by(Actor actor, CrosswalkCommand command) {
        return new Envelope<>(new UUID(1, 2), actor, TODAY, command);
    }

    private static Succession unit(String before, Successor... after) {
        return new Succession(SuccessionKind.UNIT, before, List.of(after), Y2026, basisOf(LocalDate.of(2025, 9, 1)));
    }

    private static Succession unit(String before, String after) {
        return unit(before, new Successor(after, Successor.WHOLE));
    }

    private static CrosswalkCommand record(Succession succession) {
        return new CrosswalkCommand.RecordSuccession(DIVISION, succession, true);
    }

    private static LedgerEvent accepted(Crosswalk crosswalk, Actor actor, CrosswalkCommand command) {
        Decision decision = CrosswalkDecider.decide(by(actor, command), crosswalk, Set.of());
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).events().getFirst();
    }

    private static List<Refusal> refused(Crosswalk crosswalk, Actor actor, CrosswalkCommand command) {
        Decision decision = CrosswalkDecider.decide(by(actor, command), crosswalk, Set.of());
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision)
                .objections().stream().map(Decision.Objection::refusal).toList();
    }

    private static Crosswalk after(CrosswalkCommand... commands) {
        return Stream.of(commands)
                .reduce(
                        Crosswalk.none(),
                        (crosswalk, command) -> crosswalk.evolve(
                                by(OFFICE, command).with((CrosswalkEvent) accepted(crosswalk, OFFICE, command))),
                        (one, other) -> other);
    }

    @Test
    void a_unit_merges_splits_a_project_goes_on_and_a_code_is_replaced_each_as_an_event_of_its_own() {
        assertThat(accepted(Crosswalk.none(), OFFICE, record(unit("104001", "103006"))))
                .isEqualTo(new CrosswalkEvent.UnitMerged(DIVISION, 1, unit("104001", "103006")));
        Succession split = unit("103002", new Successor("103007", 6_000), new Successor("103008", 4_000));
        assertThat(accepted(after(record(unit("104001", "103006"))), DESK, record(split)))
                .isEqualTo(new CrosswalkEvent.UnitSplit(DIVISION, 2, split));
        Succession project = new Succession(
                SuccessionKind.PROJECT,
                "411200240000000008296",
                List.of(new Successor("411200260000000008296", Successor.WHOLE)),
                Y2026,
                basisOf(LocalDate.of(2025, 9, 1)));
        assertThat(accepted(Crosswalk.none(), OFFICE, record(project)))
                .isEqualTo(new CrosswalkEvent.ProjectContinuedAs(DIVISION, 1, project));
        Succession code = new Succession(
                SuccessionKind.FUNCTION,
                "2010302",
                List.of(new Successor("2010399", Successor.WHOLE)),
                Y2026,
                basisOf(LocalDate.of(2025, 9, 1)));
        assertThat(accepted(Crosswalk.none(), OFFICE, record(code)))
                .isEqualTo(new CrosswalkEvent.CodeReplaced(DIVISION, 1, code));
    }

    @Test
    void only_the_finance_bureau_records_it() {
        assertThat(refused(Crosswalk.none(), DEPARTMENT, record(unit("104001", "103006"))))
                .containsExactly(new Refusal.RoleNotAllowed(Role.DEPARTMENT_FINANCE, Roles.FINANCE_BUREAU));
    }

    @Test
    void shares_that_lose_or_make_money_are_refused_with_their_sum() {
        assertThat(refused(
                        Crosswalk.none(),
                        OFFICE,
                        record(unit("103002", new Successor("103007", 6_000), new Successor("103008", 3_999)))))
                .containsExactly(new Refusal.SharesDoNotSum("99.99%"));
        assertThat(refused(
                        Crosswalk.none(),
                        OFFICE,
                        record(unit("103002", new Successor("103007", 6_000), new Successor("103008", 4_001)))))
                .containsExactly(new Refusal.SharesDoNotSum("100.01%"));
        assertThat(refused(
                        Crosswalk.none(),
                        OFFICE,
                        record(unit("103002", new Successor("103007", 10_000), new Successor("103008", 0)))))
                .containsExactly(new Refusal.ShareNotPositive("103008"));
        assertThat(refused(Crosswalk.none(), OFFICE, record(unit("103002"))))
                .containsExactly(new Refusal.NoSuccessors());
        assertThat(refused(
                        Crosswalk.none(),
                        OFFICE,
                        record(unit("103002", new Successor("103007", 5_000), new Successor("103007", 5_000)))))
                .containsExactly(new Refusal.SuccessorTwice("103007"));
    }

    @Test
    void what_goes_on_under_another_code_goes_on_once() {
        Crosswalk merged = after(record(unit("104001", "103006")));
        assertThat(refused(merged, OFFICE, record(unit("104001", "103007"))))
                .containsExactly(new Refusal.SuccessionOverlaps("104001", 1));
    }

    @Test
    void nothing_goes_round_in_a_circle_and_the_way_is_named() {
        assertThat(refused(Crosswalk.none(), OFFICE, record(unit("104001", "104001"))))
                .containsExactly(new Refusal.SuccessionLoops("104001 → 104001"));
        Crosswalk chain = after(record(unit("104001", "103006")), record(unit("103006", "103007")));
        assertThat(refused(chain, OFFICE, record(unit("103007", "104001"))))
                .containsExactly(new Refusal.SuccessionLoops("103007 → 104001 → 103006 → 103007"));
    }

    private static Succession unit(int from, String before, Successor... after) {
        return new Succession(
                SuccessionKind.UNIT, before, List.of(after), new FiscalYear(from), basisOf(LocalDate.of(2025, 9, 1)));
    }

    /** A unit of which a part was taken away keeps its code: it has not ended, and may be split again or end later. */
    @Test
    void a_unit_may_be_split_and_keep_its_own_code_and_end_in_a_later_year() {
        Succession split = unit(2026, "103002", new Successor("103002", 6_000), new Successor("103007", 4_000));
        assertThat(accepted(Crosswalk.none(), OFFICE, record(split)))
                .isEqualTo(new CrosswalkEvent.UnitSplit(DIVISION, 1, split));
        Succession ended = unit(2027, "103002", new Successor("103007", Successor.WHOLE));
        Succession back = unit(2027, "103007", new Successor("103002", Successor.WHOLE));
        assertThat(accepted(after(record(split)), OFFICE, record(ended)))
                .isEqualTo(new CrosswalkEvent.UnitMerged(DIVISION, 2, ended));
        assertThat(accepted(after(record(ended)), OFFICE, record(split)))
                .as("whichever was recorded first")
                .isInstanceOf(CrosswalkEvent.UnitSplit.class);
        assertThat(accepted(after(record(split)), OFFICE, record(back)))
                .as("what was taken away comes back later")
                .isInstanceOf(CrosswalkEvent.UnitMerged.class);
    }

    @Test
    void a_split_that_keeps_its_code_is_no_way_round_the_other_rules() {
        Succession split = unit(2026, "103002", new Successor("103002", 6_000), new Successor("103007", 4_000));
        Crosswalk known = after(record(split));
        assertThat(refused(known, OFFICE, record(unit(2026, "103002", new Successor("103008", Successor.WHOLE)))))
                .as("twice in one year")
                .containsExactly(new Refusal.SuccessionOverlaps("103002", 1));
        assertThat(refused(known, OFFICE, record(unit(2025, "103002", new Successor("103008", Successor.WHOLE)))))
                .as("ended before it was split")
                .contains(new Refusal.SuccessionOverlaps("103002", 1));
        assertThat(refused(known, OFFICE, record(unit(2026, "103007", new Successor("103002", Successor.WHOLE)))))
                .as("there and back in one year")
                .containsExactly(new Refusal.SuccessionLoops("103007 → 103002 → 103007"));
        assertThat(refused(
                        Crosswalk.none(),
                        OFFICE,
                        record(unit(2026, "103002", new Successor("103002", Successor.WHOLE)))))
                .as("nothing is taken away")
                .containsExactly(new Refusal.SuccessionLoops("103002 → 103002"));
        assertThat(refused(
                        Crosswalk.none(),
                        OFFICE,
                        record(unit(2026, "103002", new Successor("103002", 6_000), new Successor("103007", 3_000)))))
                .containsExactly(new Refusal.SharesDoNotSum("90.00%"));
    }

    /** Otherwise money of two years would go to different places in one comparison. */
    @Test
    void nothing_goes_on_under_a_code_that_has_ended_before_whichever_was_recorded_first() {
        FiscalYear earlier = new FiscalYear(2025);
        Succession ended = new Succession(
                SuccessionKind.UNIT,
                "103006",
                List.of(new Successor("103007", Successor.WHOLE)),
                earlier,
                basisOf(LocalDate.of(2024, 9, 1)));
        Refusal refusal = new Refusal.SuccessorEnded("103006", earlier, Y2026);
        assertThat(refused(after(record(ended)), OFFICE, record(unit("104001", "103006"))))
                .containsExactly(refusal);
        assertThat(refused(after(record(unit("104001", "103006"))), OFFICE, record(ended)))
                .containsExactly(refusal);
    }

    @Test
    void codes_are_valid_while_they_are_used() {
        Succession unknown = new Succession(
                SuccessionKind.FUNCTION,
                "2019999",
                List.of(new Successor("2010388", Successor.WHOLE)),
                Y2026,
                basisOf(LocalDate.of(2025, 9, 1)));
        assertThat(refused(Crosswalk.none(), OFFICE, record(unknown)))
                .contains(new Refusal.CodeUnknown(CodeKind.FUNCTION, "2010388"));
    }

    @Test
    void the_document_is_not_of_a_day_to_come() {
        Succession ahead = new Succession(
                SuccessionKind.UNIT,
                "104001",
                List.of(new Successor("103006", Successor.WHOLE)),
                Y2026,
                basisOf(TODAY.plusDays(1)));
        assertThat(refused(Crosswalk.none(), OFFICE, record(ahead)))
                .containsExactly(new Refusal.DayAhead(TODAY.plusDays(1), TODAY));
    }

    @Test
    void what_was_withdrawn_holds_no_longer_stays_in_the_history_and_may_be_recorded_rightly() {
        Crosswalk withdrawn =
                after(record(unit("104001", "103006")), new CrosswalkCommand.WithdrawSuccession(DIVISION, 1, "文件作废"));
        assertThat(withdrawn.holding(SuccessionKind.UNIT)).isEmpty();
        assertThat(withdrawn.entries()).hasSize(1);
        assertThat(accepted(withdrawn, OFFICE, record(unit("104001", "103007"))))
                .isInstanceOf(CrosswalkEvent.UnitMerged.class);
        assertThat(refused(withdrawn, OFFICE, new CrosswalkCommand.WithdrawSuccession(DIVISION, 1, "x")))
                .containsExactly(new Refusal.SuccessionIsWithdrawn(1));
        assertThat(refused(withdrawn, OFFICE, new CrosswalkCommand.WithdrawSuccession(DIVISION, 2, "")))
                .containsExactly(new Refusal.SuccessionUnknown(2), new Refusal.ReasonMissing());
    }

    @Test
    void a_unit_that_nothing_has_is_refused_unless_only_the_document_knows_it() {
        Succession said = unit("103009", "103088");
        CrosswalkCommand command = new CrosswalkCommand.RecordSuccession(DIVISION, said, false);
        assertThat(refused(Crosswalk.none(), OFFICE, command))
                .containsExactly(new Refusal.UnitNowhere("103009"), new Refusal.UnitNowhere("103088"));
        assertThat(CrosswalkDecider.decide(by(OFFICE, command), Crosswalk.none(), Set.of("103009", "103001")))
                .isEqualTo(new Decision.Refused(
                        List.of(new Decision.Objection(0, "after[0].code", new Refusal.UnitNowhere("103088")))));
        assertThat(CrosswalkDecider.decide(by(OFFICE, command), Crosswalk.none(), Set.of("103009", "103088")))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(accepted(Crosswalk.none(), OFFICE, record(said))).isInstanceOf(CrosswalkEvent.UnitMerged.class);
    }

    @Test
    void a_unit_that_an_earlier_succession_names_is_known() {
        Crosswalk crosswalk = after(record(unit("103009", "103088")));
        Succession later = new Succession(
                SuccessionKind.UNIT,
                "103088",
                List.of(new Successor("103001", Successor.WHOLE)),
                new FiscalYear(2027),
                basisOf(LocalDate.of(2025, 9, 1)));
        assertThat(CrosswalkDecider.decide(
                        by(OFFICE, new CrosswalkCommand.RecordSuccession(DIVISION, later, false)),
                        crosswalk,
                        Set.of("103001")))
                .isInstanceOf(Decision.Accepted.class);
    }
}
