package org.mingzhang.query.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.facts.EveryBudget;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.mingzhang.query.web.WaitingWork.Todo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The budgets somebody works on, and what waits for them there. */
@Controller
class WorkbenchPage {
    private static final int ON_ONE_PAGE = 50;
    private static final int MOST_URGENT = 20;
    private static final Set<String> AGAIN = Set.of("preparing", "first-down");
    private static final Set<String> SUBMITTED = Set.of("first-up", "second-up");
    private static final Comparator<Task> WAITING_FIRST = Comparator.comparing(
                    (Task task) -> task.todo().isEmpty())
            .thenComparing(Comparator.comparing(
                            (Task task) -> task.listed().header().id().year())
                    .reversed())
            .thenComparing(task -> task.listed().header().id());

    private static final Set<Role> DRAFTING = Set.of(Role.UNIT_OFFICER, Role.DEPARTMENT_FINANCE);
    private static final Set<Role> PUBLISHING = Set.of(Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD);

    private final ListsThen lists;
    private final ListInstant instant;
    private final WorkDesk desk;
    private final CurrentVisitor visitors;
    private final List<WaitingWork> waiting;
    private final EveryBudget facts;

    WorkbenchPage(
            ListsThen lists,
            ListInstant instant,
            WorkDesk desk,
            CurrentVisitor visitors,
            List<WaitingWork> waiting,
            EveryBudget facts) {
        this.lists = lists;
        this.instant = instant;
        this.desk = desk;
        this.visitors = visitors;
        this.waiting = List.copyOf(waiting);
        this.facts = facts;
    }

    /** A budget of theirs with what they can do there now, as keys of words and links. */
    record Task(Listed listed, List<Todo> todo) {
        boolean mentions(String word) {
            BudgetHeader header = listed.header();
            String all = String.join(" ", header.id().toString(), header.departmentName(), header.shortName());
            return all.toLowerCase(Locale.ROOT).contains(word.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** A budget that was sent back to the department, and why. */
    record Returned(Listed listed, Facts.PhaseFact step) {
        static Optional<Returned> of(Listed listed, List<Facts.PhaseFact> course) {
            boolean back = course.size() > 1
                    && AGAIN.contains(course.getLast().phase())
                    && SUBMITTED.contains(course.get(course.size() - 2).phase())
                    && !course.getLast().note().isBlank();
            return back ? Optional.of(new Returned(listed, course.getLast())) : Optional.empty();
        }
    }

    @GetMapping("/workbench")
    String workbench(
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Role role = desk.role();
        List<Listed> mine = lists.mine();
        Map<BudgetId, List<Todo>> more = more();
        List<Task> tasks = mine.stream()
                .map(listed -> new Task(
                        listed,
                        Stream.concat(
                                        todo(listed, role).stream(),
                                        more.getOrDefault(listed.header().id(), List.of()).stream())
                                .toList()))
                .sorted(WAITING_FIRST)
                .toList();
        model.addAttribute(
                "tasks",
                Slice.of(tasks.stream().filter(task -> task.mentions(word)).toList(), page, ON_ONE_PAGE));
        model.addAttribute("word", word);
        model.addAttribute("budgets", tasks.size());
        model.addAttribute(
                "waiting", tasks.stream().filter(task -> !task.todo().isEmpty()).count());
        model.addAttribute("counts", counts(tasks));
        model.addAttribute("mayOpen", instant.isNow() && role == Role.BUDGET_OFFICE);
        instant.lookBack(model);
        dated(mine, model);
        return "workbench";
    }

    /** How many of each kind wait in all budgets together, the most frequent first. */
    private static List<Map.Entry<String, Long>> counts(List<Task> tasks) {
        return tasks.stream()
                .flatMap(task -> task.todo().stream())
                .collect(Collectors.groupingBy(Todo::words, Collectors.summingLong(Todo::count)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** What the law wants by a day, and what was sent back; the most urgent first. */
    private void dated(List<Listed> mine, Model model) {
        LocalDate today = instant.day();
        Moment moment = instant.moment();
        Map<BudgetId, List<Facts.PhaseFact>> courses =
                facts.history(FactKind.PHASE, Facts.PhaseFact.class, moment, Facts.PhaseFact::day);
        Set<BudgetId> closed = facts.history(
                        FactKind.CLOSING, Facts.ClosingFact.class, moment, Facts.ClosingFact::closedOn)
                .keySet();
        Map<BudgetId, List<Facts.AccountsFact>> accounts =
                facts.history(FactKind.ACCOUNTS, Facts.AccountsFact.class, moment, Facts.AccountsFact::day);
        List<Deadline> deadlines = mine.stream()
                .flatMap(listed -> {
                    BudgetId id = listed.header().id();
                    return Stream.concat(
                            Deadline.of(listed, courses.getOrDefault(id, List.of()), today),
                            YearDeadlines.of(listed, closed.contains(id), accounts.getOrDefault(id, List.of()), today));
                })
                .sorted(Comparator.comparing(Deadline::due))
                .toList();
        List<Returned> returned = mine.stream()
                .flatMap(listed ->
                        Returned.of(listed, courses.getOrDefault(listed.header().id(), List.of())).stream())
                .toList();
        model.addAttribute("deadlines", deadlines.stream().limit(MOST_URGENT).toList());
        model.addAttribute("due", deadlines.size());
        model.addAttribute("late", deadlines.stream().filter(Deadline::late).count());
        model.addAttribute("returned", returned.stream().limit(MOST_URGENT).toList());
        model.addAttribute("sentBack", returned.size());
    }

    private Map<BudgetId, List<Todo>> more() {
        Map<BudgetId, List<Todo>> more = new HashMap<>();
        WaitingWork.Then then = new WaitingWork.Then(instant.moment(), instant.day(), instant.isNow());
        visitors.visitor()
                .ifPresent(visitor -> waiting.forEach(source -> source.of(visitor, then)
                        .forEach((budget, todo) -> more.merge(budget, todo, WorkbenchPage::both))));
        return more;
    }

    private static List<Todo> both(List<Todo> some, List<Todo> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static List<Todo> todo(Listed listed, Role role) {
        String id = listed.header().id().toString();
        Stream<Todo> steps = Step.in(listed.phase()).stream()
                .filter(step -> step.openTo(role))
                .map(step -> new Todo("step." + step.address(), "/prepare/" + id + "/phase#" + step.address()));
        boolean draft = Set.of("preparing", "first-down").contains(listed.phase()) && DRAFTING.contains(role);
        boolean publish = Set.of("approved", "distributed").contains(listed.phase())
                && listed.release().isEmpty();
        return Stream.of(
                        draft ? Stream.of(new Todo("todo.draft", "/prepare/" + id)) : Stream.<Todo>empty(),
                        steps,
                        publish && role == Role.SECRECY_REVIEWER
                                ? Stream.of(new Todo("todo.review", "/publish/" + id))
                                : Stream.<Todo>empty(),
                        publish && PUBLISHING.contains(role)
                                ? Stream.of(new Todo("todo.publish", "/publish/" + id))
                                : Stream.<Todo>empty())
                .flatMap(some -> some)
                .toList();
    }
}
