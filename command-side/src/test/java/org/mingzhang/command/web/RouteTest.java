package org.mingzhang.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.command.InMemoryBudgetCommands;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.FundsCommand;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FundsId;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

class RouteTest {
    @Test
    void each_mapped_address_has_a_command_and_each_command_an_address() {
        assertThat(addresses(CommandApi.class, true))
                .containsExactlyInAnyOrderElementsOf(
                        with(Route.API.keySet(), "POST /api/commands", "POST /api/budgets"));
        assertThat(addresses(CommandForms.class, false))
                .containsExactlyInAnyOrderElementsOf(with(Route.FORMS.keySet(), "/prepare"));
    }

    @Test
    void every_command_can_be_given_by_json_and_by_form() {
        Set<String> commands = leaves(LedgerCommand.class)
                .filter(type -> type != BudgetCommand.Batch.class)
                .filter(type -> type != AdjustmentCommand.WithAttachments.class) // files make it of another command
                // SubmitAdjustment with a counterpart is read as it
                .filter(type -> type != AdjustmentCommand.SubmitReorganisation.class)
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(commands(Route.API)).isEqualTo(commands);
        assertThat(commands(Route.FORMS)).isEqualTo(commands);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(RouteTest::leaves) : Stream.of(type);
    }

    @Test
    void every_command_is_read_or_says_which_fields_are_missing_and_never_that_it_is_unknown() {
        CommandReadings readings = new CommandReadings(
                new InMemoryBudgetCommands(),
                (budget, position, notes) -> new RenderedTables.Rendered(Map.of(), Set.of(), ""),
                LocalDate.of(2025, 3, 1),
                BudgetId.parse("411200-103-2025"));

        for (String command : commands(Route.API)) {
            try {
                assertThat(read(readings, command).getClass().getSimpleName()).isEqualTo(command);
            } catch (UnreadableFields e) {
                assertThat(e.problems())
                        .extracting(UnreadableFields.Problem::rule)
                        .as(command)
                        .containsOnly("request.field-missing");
            }
        }
    }

    private static LedgerCommand read(CommandReadings readings, String command) {
        Sent.Group nothing = new Sent.Group(Map.of());
        boolean funds =
                leaves(FundsCommand.class).anyMatch(type -> type.getSimpleName().equals(command));
        return funds
                ? new FundsReadings(FundsId.parse("411200-funds-2025")).read(command, nothing, true)
                : readings.read(command, nothing, true);
    }

    private static Set<String> commands(Map<String, Route> routes) {
        Set<String> commands =
                routes.values().stream().map(Route::command).collect(Collectors.toCollection(TreeSet::new));
        commands.add("OpenBudget");
        return commands;
    }

    private static List<String> with(Set<String> addresses, String... more) {
        return Stream.concat(addresses.stream(), Stream.of(more)).toList();
    }

    private static List<String> addresses(Class<?> controller, boolean method) {
        return Arrays.stream(controller.getDeclaredMethods())
                .map(handler -> AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class))
                .filter(java.util.Objects::nonNull)
                .flatMap(mapping ->
                        Stream.of(mapping.path()).map(path -> method ? mapping.method()[0] + " " + path : path))
                .toList();
    }
}
