package org.mingzhang.query.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.mingzhang.query.web.WaitingWork.Todo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The budgets somebody works on, and what waits for them there. */
@Controller
class WorkbenchPage {
    private static final Set<Role> DRAFTING = Set.of(Role.UNIT_OFFICER, Role.DEPARTMENT_FINANCE);
    private static final Set<Role> PUBLISHING = Set.of(Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD);

    private final BudgetShelf shelf;
    private final WorkDesk desk;
    private final CurrentVisitor visitors;
    private final List<WaitingWork> waiting;

    WorkbenchPage(BudgetShelf shelf, WorkDesk desk, CurrentVisitor visitors, List<WaitingWork> waiting) {
        this.shelf = shelf;
        this.desk = desk;
        this.visitors = visitors;
        this.waiting = List.copyOf(waiting);
    }

    /** A budget of theirs with what they can do there now, as keys of words and links. */
    record Task(Listed listed, List<Todo> todo) {}

    @GetMapping("/workbench")
    String workbench(Model model) {
        Role role = desk.role();
        Map<BudgetId, List<Todo>> more = more();
        List<Task> tasks = shelf.mine().stream()
                .sorted(Comparator.comparing(
                                (Listed listed) -> listed.header().id().year())
                        .reversed()
                        .thenComparing(listed -> listed.header().id()))
                .map(listed -> new Task(
                        listed,
                        Stream.concat(
                                        todo(listed, role).stream(),
                                        more.getOrDefault(listed.header().id(), List.of()).stream())
                                .toList()))
                .toList();
        model.addAttribute("tasks", tasks);
        model.addAttribute(
                "waiting", tasks.stream().filter(task -> !task.todo().isEmpty()).count());
        model.addAttribute("mayOpen", role == Role.BUDGET_OFFICE);
        return "workbench";
    }

    private Map<BudgetId, List<Todo>> more() {
        Map<BudgetId, List<Todo>> more = new HashMap<>();
        visitors.visitor()
                .ifPresent(visitor -> waiting.forEach(source ->
                        source.of(visitor).forEach((budget, todo) -> more.merge(budget, todo, WorkbenchPage::both))));
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
