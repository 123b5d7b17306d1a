package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;

/**
 * The history of a budget as it would have been without some of its documents.
 *
 * <p>Acts are told one after the other, as they happened. Until the first document that is missing they are taken as they are;
 * from then on each command is told again from its events ({@link RetoldCommand}) and decided on what then is there, by the
 * rules of its day. What is accepted happens with the amounts that follow then; what is refused is left out with all that rests
 * on it, and why is kept. With nothing missing and every command decided again, what happens is what happened: a test shows it.
 *
 * <p>Decisions. Whoever took up a missing document again (重报) would simply have handed in the first one. What takes a missing
 * document back (冲销) is missing with it. A document that is refused on its way gives free what it holds, as if withdrawn then.
 * What a later release would not have accepted happens as it did, unless there is another reason against it.
 * A word that a limit would have asked for would have been given: the limit is told. A report of the treasury is decided line
 * by line, and only the lines that are refused are left out.
 */
public final class HistoryWithout {
    private final Function<Envelope<BudgetCommand>, Policy> rules;
    private final boolean fromTheStart;
    private final LeftOut leftOut;
    private final List<Departure> departures = new ArrayList<>();
    private final FundsWithout funds;
    private States recorded;
    /** As it really was before the part of an act that is told just now. */
    private States before;

    private States states;
    private boolean apart;

    /**
     * @param home the budget that it is about
     * @param rules that a command was decided on in its day
     */
    public HistoryWithout(BudgetId home, Set<AdjustmentRef> without, Function<Envelope<BudgetCommand>, Policy> rules) {
        this(home, without, rules, false);
    }

    /** @param fromTheStart whether commands are decided again although nothing is missing yet */
    HistoryWithout(
            BudgetId home,
            Set<AdjustmentRef> without,
            Function<Envelope<BudgetCommand>, Policy> rules,
            boolean fromTheStart) {
        this.rules = rules;
        this.fromTheStart = fromTheStart;
        this.leftOut = new LeftOut(without);
        this.funds = new FundsWithout(leftOut, departures::add);
        this.recorded = States.of(home, Budget.none());
        this.before = recorded;
        this.states = recorded;
    }

    /** The same, where every command is decided again from the first on, also while nothing is missing. */
    public static HistoryWithout decidedFromTheStart(
            BudgetId home, Set<AdjustmentRef> without, Function<Envelope<BudgetCommand>, Policy> rules) {
        return new HistoryWithout(home, without, rules, true);
    }

    /**
     * One more act.
     *
     * @param position of its last event in the log
     * @param act all events that one command, or one batch of them, recorded in the streams that are told, in their order
     * @return what happens in its place
     */
    public List<Envelope<LedgerEvent>> next(long position, List<Envelope<LedgerEvent>> act) {
        before = recorded;
        act.forEach(event -> recorded = recorded.evolve(event));
        if (!apart && !fromTheStart && !leftOut.begins(act)) {
            states = recorded;
            return act;
        }
        apart = true;
        List<Envelope<LedgerEvent>> then = new ArrayList<>();
        for (ActPart part : ActPart.of(act)) {
            then.addAll(part(position, part));
            part.events().forEach(event -> before = before.evolve(event));
        }
        return then;
    }

    /** What went another way so far, in its order. */
    public List<Departure> departures() {
        return List.copyOf(departures);
    }

    /** The budget as it really is after what was told. */
    public Budget recorded() {
        return recorded.budget();
    }

    /** The budget as it would be. */
    public Budget then() {
        return states.budget();
    }

    /**
     * How much money of a budget documents in effect have moved; what was taken back, and what took it back, have moved
     * nothing. What is only on its way has taken nothing back.
     */
    public static Amount moved(Budget budget) {
        List<FiledAdjustment> inEffect = budget.execution()
                .adjustments()
                .values()
                .filter(document -> document.status() == AdjustmentStatus.EFFECTIVE)
                .sorted(Comparator.comparingInt(FiledAdjustment::number).reversed())
                .toList();
        Set<Integer> undone = new HashSet<>();
        inEffect.stream()
                .filter(document -> !undone.contains(document.number()))
                .forEach(document -> document.request().reverses().ifPresent(earlier -> {
                    undone.add(earlier);
                    undone.add(document.number());
                }));
        return Amount.sum(inEffect.stream()
                .filter(document -> !undone.contains(document.number()))
                .map(document -> EntryRules.moved(document.request()))
                .toList());
    }

    private List<Envelope<LedgerEvent>> part(long position, ActPart part) {
        Optional<Envelope<BudgetEvent>> head = part.head();
        if (head.isEmpty()) {
            List<Envelope<LedgerEvent>> fitting = funds.fitting(position, part, states.funds());
            fitting.forEach(this::happen);
            return fitting;
        }
        Course course = new Course(position, part, head.get());
        if (head.get().message() instanceof AdjustmentEvent event) {
            return new DocumentCourse(this, course, leftOut).of(event);
        }
        Optional<BudgetCommand> command = command(course);
        return command.map(found -> new MoneyCourse(this, course).of(found)).orElseGet(() -> all(part.events()));
    }

    Optional<BudgetCommand> command(Course course) {
        return RetoldCommand.of(course.part(), budget(course.head().message().budget()));
    }

    Budget budget(BudgetId id) {
        return states.seenFrom(id).budget();
    }

    Optional<FiledAdjustment> document(AdjustmentRef document) {
        return budget(document.budget()).execution().adjustments().get(document.number());
    }

    void depart(Departure departure) {
        departures.add(departure);
    }

    /** As the decider would have seen it: nothing that the command does not rest on. */
    Decision decide(Envelope<BudgetCommand> envelope) {
        return decide(envelope, states);
    }

    /**
     * Whether it would be refused for the same also as everything really was: then it is a rule that came later, and what is
     * missing has nothing to do with it.
     */
    boolean refusedAnyway(Envelope<BudgetCommand> envelope, Decision.Refused refused) {
        return forWhatIsMissing(envelope, refused).isEmpty();
    }

    /** What speaks against it then and would not as everything really was. */
    List<Decision.Objection> forWhatIsMissing(Envelope<BudgetCommand> envelope, Decision.Refused refused) {
        return switch (decide(envelope, before)) {
            case Decision.Accepted ignored -> refused.objections();
            case Decision.Refused really ->
                refused.objections().stream()
                        .filter(objection -> !really.objections().contains(objection))
                        .toList();
        };
    }

    private Decision decide(Envelope<BudgetCommand> envelope, States seen) {
        States about = seen.seenFrom(envelope.message().budget());
        Beside beside = Beside.of(envelope.message(), about.budget());
        Map<BudgetId, Budget> others = new HashMap<>();
        beside.budgets().forEach(other -> others.put(other, about.other(other)));
        return BudgetDecider.decide(
                rules.apply(envelope),
                envelope,
                new States(about.id(), about.budget(), beside.funds() ? about.funds() : Funds.none(), others));
    }

    List<Envelope<LedgerEvent>> all(List<Envelope<LedgerEvent>> events) {
        events.forEach(this::happen);
        return events;
    }

    List<Envelope<LedgerEvent>> all(Envelope<?> circumstances, Decision.Accepted accepted) {
        return all(accepted.events().stream().map(circumstances::with).toList());
    }

    private void happen(Envelope<LedgerEvent> event) {
        states = states.evolve(event);
    }

    /** Where a command stood. */
    record Course(long position, ActPart part, Envelope<BudgetEvent> head) {}
}
