package org.mingzhang.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetDecider;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.ledger.axon.Circumstances;

/** How Axon drives the decider: given events, when a command, then events with its circumstances. */
class BudgetAggregateSpec {
    private static final Policy RULES = Policy.inForceOn(LocalDate.of(2025, 3, 31));
    private static final BudgetId ID = BudgetId.parse("411200-103-2025");
    private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
    private static final Actor BUREAU = Actor.of("zhou", "周预算", Role.BUDGET_OFFICE);
    private static final Actor OFFICER = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
    private static final BudgetUnit OFFICE =
            new BudgetUnit(new UnitCode("103001"), "市政府办公室", "办公室", UnitNature.ADMINISTRATIVE);

    private final FixtureConfiguration<BudgetAggregate> fixture = new AggregateTestFixture<>(BudgetAggregate.class);

    @BeforeEach
    void route_commands_to_the_aggregate() {
        for (Class<?> type : CommandTypes.all()) {
            fixture.registerCommandHandler(type, message -> {
                BudgetCommand command = (BudgetCommand) message.getPayload();
                Repository<FundsAggregate> funds = new AggregateTestFixture<>(FundsAggregate.class).getRepository();
                LoadedStreams streams =
                        new LoadedStreams(fixture.getRepository(), funds, (stream, version) -> true, new HashSet<>());
                Decision decision = BudgetDecider.decide(
                        RULES, Circumstances.around(command, message.getMetaData()), streams.states(command));
                if (decision instanceof Decision.Accepted accepted) {
                    streams.happen(accepted, message.getMetaData());
                }
                return decision;
            });
        }
    }

    @Test
    void the_first_command_of_a_budget_begins_its_stream() {
        fixture.givenNoPriorActivity()
                .when(opening(), by(BUREAU))
                .expectEvents(opened())
                .expectState(budget -> assertThat(budget.stream()).isEqualTo(ID.toString()));
    }

    @Test
    void an_event_carries_who_did_it_in_which_act_on_which_day() {
        MetaData circumstances = by(OFFICER);
        fixture.given(event(opened(), BUREAU))
                .when(new OrganisationCommand.RegisterUnit(ID, OFFICE), circumstances)
                .expectEventsMatching(Matchers.exactSequenceOf(Matchers.<EventMessage<?>>matches(
                        event -> event.getPayload().equals(new OrganisationEvent.UnitRegistered(ID, OFFICE))
                                && Circumstances.around(event.getPayload(), event.getMetaData())
                                        .equals(Circumstances.around(event.getPayload(), circumstances)))));
    }

    @Test
    void the_decider_sees_what_happened_before_and_its_refusal_is_a_value() {
        fixture.given(event(opened(), BUREAU), event(new OrganisationEvent.UnitRegistered(ID, OFFICE), OFFICER))
                .when(new OrganisationCommand.RegisterUnit(ID, OFFICE), by(OFFICER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents()
                .expectResultMessageMatching(
                        Matchers.matches(result -> result.getPayload() instanceof Decision.Refused));
    }

    @Test
    void a_batch_is_one_command_whose_later_parts_see_the_earlier_ones() {
        BudgetUnit renamed = new BudgetUnit(OFFICE.code(), "市政府办公室", "市政府办", UnitNature.ADMINISTRATIVE);
        fixture.given(event(opened(), BUREAU))
                .when(
                        new BudgetCommand.Batch(
                                ID,
                                List.of(
                                        new OrganisationCommand.RegisterUnit(ID, OFFICE),
                                        new OrganisationCommand.ReviseUnit(ID, renamed))),
                        by(OFFICER))
                .expectEvents(
                        new OrganisationEvent.UnitRegistered(ID, OFFICE),
                        new OrganisationEvent.UnitRevised(ID, OFFICE, renamed));
    }

    @Test
    void every_kind_of_command_has_a_name_of_its_own_in_the_digest() {
        assertThat(CommandTypes.all()).extracting(Class::getSimpleName).doesNotHaveDuplicates();
    }

    private static RoundCommand.OpenBudget opening() {
        return new RoundCommand.OpenBudget(ID, "三门峡市", "办公室", "办公室", new FiscalYear(2025), Optional.empty(), List.of());
    }

    private static RoundEvent.BudgetOpened opened() {
        return new RoundEvent.BudgetOpened(ID, "三门峡市", "办公室", "办公室", new FiscalYear(2025), Optional.empty(), List.of());
    }

    private static MetaData by(Actor actor) {
        return Circumstances.of(new Envelope<>(UUID.randomUUID(), actor, DAY, opened()));
    }

    private static EventMessage<BudgetEvent> event(BudgetEvent event, Actor actor) {
        return new GenericEventMessage<>(event, by(actor));
    }
}
