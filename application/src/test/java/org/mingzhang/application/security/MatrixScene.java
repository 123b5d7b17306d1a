package org.mingzhang.application.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.command.intake.drafts.DraftShelf;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.feed.FactFeed;
import org.mingzhang.query.web.Years;

/** A running application with a published budget, one in work, and people of every role with different rights. */
final class MatrixScene implements AutoCloseable {
    /** The unit that the examples of the table belong to. */
    static final String UNIT = "103005";

    static final String RELEASED = "411200-103-2025";
    static final String IN_WORK = "411200-103-2026";
    private static final String PASSWORD = "a long password";
    private static final Set<Role> OF_DEPARTMENTS = Set.of(
            Role.UNIT_OFFICER,
            Role.UNIT_REVIEWER,
            Role.DEPARTMENT_FINANCE,
            Role.DEPARTMENT_HEAD,
            Role.SECRECY_REVIEWER);

    private static final Set<Role> OF_UNITS = Set.of(Role.UNIT_OFFICER, Role.UNIT_REVIEWER, Role.DEPARTMENT_FINANCE);

    private final RunningApplication application;
    private final List<Subject> subjects = new ArrayList<>();

    MatrixScene(Path data) {
        application = RunningApplication.start(data, false);
        BudgetCommands commands = bean(BudgetCommands.class);
        new SampleBudget(commands, BudgetId.parse(RELEASED))
                .prepared()
                .underCeiling()
                .approved()
                .withYearBefore()
                .published(bean(RenderedTables.class));
        new SampleBudget(commands, BudgetId.parse(IN_WORK))
                .prepared()
                .underCeiling()
                .approved();
        subjects.add(new Subject("the public", Optional.empty(), Right.NONE, new Caller(address()).withToken()));
        for (Role role : Role.values()) {
            people(role);
        }
        adjusted();
        assertThat(bean(FactFeed.class).await(bean(EventLog.class).head(), Duration.ofSeconds(30)))
                .isTrue();
    }

    /** What somebody's rights are, compared with the budget in work. */
    enum Right {
        NONE,
        ITS_DEPARTMENT,
        OTHER_DEPARTMENT,
        OTHER_YEAR,
        ITS_UNIT,
        OTHER_UNIT
    }

    /** Somebody who asks. */
    record Subject(String login, Optional<Role> role, Right right, Caller caller) {
        @Override
        public String toString() {
            return login;
        }
    }

    List<Subject> subjects() {
        return subjects;
    }

    RunningApplication application() {
        return application;
    }

    String address() {
        return application.address();
    }

    /** An import of their own that waits to be recorded. */
    String draft(Subject subject, String budget) {
        UploadedFile file = new UploadedFile("单位.csv", "单位编码,单位名称\n103001,x\n".getBytes(UTF_8));
        return bean(DraftShelf.class)
                .keep(BudgetId.parse(budget), subject.login(), List.of(file))
                .toString();
    }

    private void people(Role role) {
        boolean department = OF_DEPARTMENTS.contains(role);
        String own = department ? "411200-103" : "411200";
        person(role, Right.ITS_DEPARTMENT, own, Years.ALL);
        person(role, Right.OTHER_DEPARTMENT, department ? "411200-104" : "411300", Years.ALL);
        person(role, Right.OTHER_YEAR, own, new Years(2019, 2025));
        if (OF_UNITS.contains(role)) {
            person(role, Right.ITS_UNIT, "411200-103/" + UNIT, Years.ALL);
            person(role, Right.OTHER_UNIT, "411200-103/103001", Years.ALL);
        }
    }

    private void person(Role role, Right right, String scope, Years years) {
        String login = (role + "." + right).toLowerCase(java.util.Locale.ROOT);
        bean(AccountDirectory.class).create(new NewAccount(login, login, Set.of(role), scope, years), PASSWORD);
        subjects.add(new Subject(login, Optional.of(role), right, new Caller(address()).signedIn(login, PASSWORD)));
    }

    /** Document 1 of the budget in work: from a project of the unit to another one of it. */
    private void adjusted() {
        Subject officer = subjects.stream()
                .filter(one -> one.role().equals(Optional.of(Role.UNIT_OFFICER)) && one.right() == Right.ITS_UNIT)
                .findFirst()
                .orElseThrow();
        String body = """
                {"direction": "SHIFT", "reason": "工作任务变化", "requestContent": "测算说明", "effectiveOn": "2026-01-31",
                 "amountUnit": "元", "performanceUnaffected": "true",
                 "from": [{"line": "54", "amountFen": "100"}], "to": [{"line": "53", "amountFen": "100"}]}""";
        Caller.Answer answer =
                officer.caller().send("POST", "/api/budgets/" + IN_WORK + "/adjustments", Map.of("body", body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** Somebody at a browser, for what the matrix itself does not ask. */
    Browsing browsing(Role role, Right right) {
        String login = (role + "." + right).toLowerCase(java.util.Locale.ROOT);
        return new Browsing(address()).as(login, PASSWORD);
    }

    <T> T bean(Class<T> type) {
        return application.context().getBean(type);
    }

    @Override
    public void close() {
        application.close();
    }
}
