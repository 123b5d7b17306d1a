package org.mingzhang.command.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Funds;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.springframework.stereotype.Component;

/**
 * What the addresses of commands take, found out by letting their own readings read an example: a field that a reading
 * asks for is described, and nothing else.
 */
@Component
public class CommandDescriptions {
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");
    private static final BudgetId ANY = BudgetId.parse("411200-103-2025");

    private static final RenderedTables NOTHING =
            (budget, position, notes) -> new RenderedTables.Rendered(Map.of(), Set.of(), "");

    private final Clock clock;

    CommandDescriptions(Clock clock) {
        this.clock = clock;
    }

    /**
     * An address of a command.
     *
     * @param creates whether its success is 201
     * @param inAddress the field that the address gives; empty when it gives none
     */
    public record Address(String command, boolean creates, String inAddress) {}

    /** A body, with the value of the field that its address gave. */
    public record Example(String body, String inAddress) {}

    /** By method and pattern, such as {@code POST /api/budgets/{id}/lines}; an opening, and any command by its name. */
    public Map<String, Address> addresses() {
        Map<String, Address> all = new TreeMap<>();
        Route.API.forEach(
                (pattern, route) -> all.put(pattern, new Address(route.command(), route.creates(), route.field())));
        all.put("POST /api/budgets", new Address("OpenBudget", true, ""));
        all.put("POST /api/commands", new Address("", false, ""));
        return all;
    }

    /** The fields that the command asks for when it reads these examples. */
    public List<DescribedField> fields(Address address, List<Example> examples) {
        TracedFields traced = new TracedFields();
        CommandReadings readings =
                new CommandReadings(new NoBudget(), NOTHING, LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS), ANY);
        for (Example example : examples) {
            Sent.Group sent = SentJson.read(example.body().getBytes(StandardCharsets.UTF_8));
            Sent.Group whole =
                    address.inAddress().isEmpty() ? sent : sent.with(address.inAddress(), example.inAddress());
            String command = address.command().isEmpty() ? ApiExchange.text(sent, "command") : address.command();
            traced.next();
            readings.trace(command, whole, traced);
        }
        return traced.fields().stream()
                .filter(field -> !field.name().equals(address.inAddress()))
                .toList();
    }

    /** Descriptions are of no budget: nothing is known of any, and nothing can be handed in. */
    private static final class NoBudget implements BudgetCommands {
        @Override
        public Outcome submit(Submission submission) {
            throw new UnsupportedOperationException("a description hands nothing in");
        }

        @Override
        public Decision preview(Envelope<BudgetCommand> envelope) {
            throw new UnsupportedOperationException("a description decides nothing");
        }

        @Override
        public Known current(BudgetId budget) {
            return new Known(-1, Budget.none());
        }

        @Override
        public KnownFunds current(FundsId funds) {
            return new KnownFunds(-1, Funds.none());
        }

        @Override
        public boolean isDone(Submission submission) {
            return false;
        }

        @Override
        public void turnedAway(Submission submission, TurnedAway why) {
            throw new UnsupportedOperationException("a description turns nobody away");
        }
    }
}
