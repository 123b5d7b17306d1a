package org.mingzhang.application.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;

/** An approved budget of invented facts, straight in the log. */
final class ApprovedDepartment {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 31);
    private static final Actor WRITER = Actor.of("bench", "基准", Role.DEPARTMENT_FINANCE);

    private ApprovedDepartment() {}

    static void record(EventLog log, BudgetFacts facts) {
        String stream = facts.header().id().toString();
        UUID command = UUID.randomUUID();
        List<NewEvent> recorded = events(facts).stream()
                .map(event -> new NewEvent(UUID.randomUUID(), stream, new Envelope<>(command, WRITER, DAY, event)))
                .toList();
        log.append(new Append(
                recorded,
                Map.of(stream, -1L),
                new Append.Claim(WRITER.login(), command.toString(), Bytes.of(new byte[32]), command, stream)));
    }

    static List<BudgetEvent> events(BudgetFacts facts) {
        BudgetId id = facts.header().id();
        List<BudgetEvent> events = new ArrayList<>();
        events.add(new RoundEvent.BudgetOpened(
                id,
                facts.header().divisionName(),
                facts.header().departmentName(),
                facts.header().shortName(),
                facts.header().classificationYear(),
                Optional.empty(),
                List.of()));
        facts.units().forEach(unit -> events.add(new OrganisationEvent.UnitRegistered(id, unit)));
        facts.projects().forEach(project -> events.add(new ProjectEvent.ProjectRegistered(id, project)));
        for (LineFact line : facts.expenditure()) {
            Classification.Expenditure money = (Classification.Expenditure) line.classification();
            events.add(new LineEvent.LineAllocated(
                    id,
                    line.key(),
                    new LineContent(money, line.amount(), "", ""),
                    List.of(new Posting(line.key(), money, Stage.INITIAL, line.amount(), DAY, ""))));
        }
        events.add(new RoundEvent.BudgetApproved(id, new Basis("1", "1", "1", DAY, true), DAY, 0));
        return events;
    }
}
