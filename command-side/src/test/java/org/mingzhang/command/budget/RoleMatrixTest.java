package org.mingzhang.command.budget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SupplementSource;

/**
 * Every command in every role: who is not named in {@code command-roles.tsv} is refused for the role, who is named is
 * not. A command without a line, or without an example in {@link CommandExamples}, fails.
 */
class RoleMatrixTest {
    private static final Map<String, Set<Role>> EXPECTED = read();

    @Test
    void every_command_has_a_line_and_every_line_a_command() {
        assertThat(EXPECTED.keySet().stream().map(RoleMatrixTest::command)).hasSameElementsAs(commands());
        assertThat(EXPECTED.keySet()).hasSameElementsAs(CommandExamples.all().keySet());
    }

    @Test
    void a_command_that_is_forgotten_is_found() {
        Set<String> lines = EXPECTED.keySet().stream()
                .map(RoleMatrixTest::command)
                .filter(name -> !name.equals("AllocateLine"))
                .collect(Collectors.toSet());
        assertThat(commands()).filteredOn(name -> !lines.contains(name)).containsExactly("AllocateLine");
    }

    @Test
    void each_is_open_to_the_roles_of_its_line_and_to_no_other() {
        Set<String> wrong = new TreeSet<>();
        CommandExamples.all()
                .forEach((name, command) -> Stream.of(Role.values())
                        .filter(role -> refusedForTheRole(name, command, role)
                                == EXPECTED.getOrDefault(name, Set.of()).contains(role))
                        .forEach(role -> wrong.add(name + " " + role)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoever_only_reads_or_administers_is_in_no_line() {
        Set<Role> writers = EXPECTED.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        assertThat(writers).allMatch(Role::changesBudgets);
    }

    /** They read, search and follow the trail; lifecycle.md §7 gives them no act of their own in a budget's books. */
    @Test
    void whoever_works_with_budgets_has_something_to_do_but_the_desk_for_performance() {
        Set<Role> named = EXPECTED.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        assertThat(Stream.of(Role.values()).filter(Role::changesBudgets).filter(role -> !named.contains(role)))
                .containsExactly(Role.PERFORMANCE_DESK);
    }

    private static boolean refusedForTheRole(String name, BudgetCommand command, Role role) {
        Actor actor = Actor.of("somebody", "某人", role);
        return state(name).when(actor, command).decision() instanceof Decision.Refused refused
                && refused.objections().stream()
                        .map(Decision.Objection::refusal)
                        .anyMatch(RoleMatrixTest::ofTheRole);
    }

    /** Or of where the document is, to those who decide elsewhere on its way. */
    private static boolean ofTheRole(Refusal refusal) {
        return refusal instanceof Refusal.RoleNotAllowed
                || refusal instanceof Refusal.NotAtStation
                || refusal instanceof Refusal.StationsPassed;
    }

    /** A budget in execution with one document, at the station that the line names. */
    private static Spec state(String name) {
        Spec executing = then(given(executing()), Scene.OFFICER, submit(toNetwork(20_000)));
        return switch (station(name)) {
            case "FINANCE_REVIEW" ->
                then(executing, Scene.HEAD, AdjustmentScene.review(1, AdjustmentStation.DEPARTMENT_REVIEW));
            case "EFFECT" ->
                then(
                        then(executing, Scene.HEAD, AdjustmentScene.review(1, AdjustmentStation.DEPARTMENT_REVIEW)),
                        Scene.DESK,
                        AdjustmentScene.review(1, AdjustmentStation.FINANCE_REVIEW));
            case "GOVERNMENT_DECISION" -> atGovernment();
            default -> executing;
        };
    }

    /** Out of the reserve, which the government decides on. */
    private static Spec atGovernment() {
        Spec submitted = then(
                given(executing()),
                Scene.OFFICER,
                submit(supplement(SupplementSource.RESERVE, entry("wage", wages(1), 5_000))));
        return then(
                then(submitted, Scene.HEAD, AdjustmentScene.review(1, AdjustmentStation.DEPARTMENT_REVIEW)),
                Scene.DESK,
                AdjustmentScene.review(1, AdjustmentStation.FINANCE_REVIEW));
    }

    private static Spec then(Spec spec, Actor actor, BudgetCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    private static String command(String line) {
        return line.replaceFirst("@.*", "");
    }

    private static String station(String line) {
        return line.contains("@") ? line.replaceFirst(".*@", "") : "";
    }

    private static List<String> commands() {
        return leaves(BudgetCommand.class)
                .filter(type -> type != BudgetCommand.Batch.class)
                .map(Class::getSimpleName)
                .toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(RoleMatrixTest::leaves);
    }

    private static Map<String, Set<Role>> read() {
        try (InputStream in = Objects.requireNonNull(
                RoleMatrixTest.class.getResourceAsStream("/command-roles.tsv"), BUDGET::toString)) {
            Map<String, Set<Role>> lines = new HashMap<>();
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(line -> lines.put(
                            line[0],
                            Arrays.stream(line[1].split(" ")).map(Role::valueOf).collect(Collectors.toSet())));
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
