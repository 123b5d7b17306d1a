package org.mingzhang.application.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.bench.SampleFacts;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.application.users.TokenForPrograms;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** A data folder and a database with some opened budgets and an account, to be run by one process or by several. */
final class Installation {
    private static final String LOGIN = "load";
    private static final String ADMINISTRATOR = "keeper";
    private static final String PASSWORD = "a long password";
    static final List<String> BUDGETS =
            List.of("411200-103-2025", "411200-103-2026", "411200-103-2027", "411200-103-2028");

    private final Path data;
    private final TestDatabase kind;
    private final String url;
    private String token = "";
    private String administrator = "";

    private Installation(Path data, TestDatabase kind, String url) {
        this.data = data;
        this.kind = kind;
        this.url = url;
    }

    /** Fresh and migrated, with nobody running it. */
    static Installation fresh(TestDatabase kind) throws IOException, SQLException {
        Path data = Files.createTempDirectory("mingzhang-faults");
        String url = kind == TestDatabase.H2
                ? TestDatabase.H2_PREFIX + data.resolve("mingzhang") + TestDatabase.H2_OPTIONS
                : emptied(kind);
        return at(data, kind, url);
    }

    /** On a database of the caller's. */
    static Installation at(Path data, TestDatabase kind, String url) throws SQLException {
        Installation installation = new Installation(data, kind, url);
        try (RunningApplication application =
                RunningApplication.start(data, false, installation.arguments().toArray(String[]::new))) {
            BudgetCommands commands = application.context().getBean(BudgetCommands.class);
            for (String budget : BUDGETS) {
                prepare(commands, BudgetId.parse(budget));
            }
            AccountDirectory accounts = application.context().getBean(AccountDirectory.class);
            accounts.create(new NewAccount(LOGIN, "负载", Set.of(Role.DEPARTMENT_FINANCE), "411200-103"), PASSWORD);
            installation.token = TokenForPrograms.issued(application.context(), LOGIN);
            accounts.create(new NewAccount(ADMINISTRATOR, "管理", Set.of(Role.ADMINISTRATOR), ""), PASSWORD);
            installation.administrator = TokenForPrograms.issued(application.context(), ADMINISTRATOR);
        }
        return installation;
    }

    private static String emptied(TestDatabase kind) {
        try (OpenDatabase open = kind.open()) {
            return open.url();
        }
    }

    static void prepare(BudgetCommands commands, BudgetId budget) {
        new SampleBudget(commands, budget).opened();
        SampleFacts.facts().units().stream()
                .limit(1)
                .map(unit -> new OrganisationCommand.RegisterUnit(budget, unit))
                .forEach(command -> new SampleBudget(commands, budget).officer(command));
    }

    /** With which programs sign in. */
    String token() {
        return token;
    }

    /** With which the system administrator's programs sign in. */
    String administrator() {
        return administrator;
    }

    Path data() {
        return data;
    }

    /** The database itself, while nobody runs the installation or beside who does on PostgreSQL. */
    OpenDatabase open() {
        return kind.open(url);
    }

    /** For the command line of a process. */
    List<String> arguments() {
        return kind == TestDatabase.H2
                ? List.of() // as the product opens what is in its data folder
                : List.of(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--spring.datasource.hikari.data-source-properties.reWriteBatchedInserts=true");
    }
}
