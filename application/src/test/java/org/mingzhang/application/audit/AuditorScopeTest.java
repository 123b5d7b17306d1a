package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.web.Years;

/** What an auditor takes out of the ledger is within their rights: every kind of rights against every kind of download. */
class AuditorScopeTest {
    private static final String PASSWORD = "a long password";
    private static final String OWN = "411200-103-2025";
    private static final String LATER = "411200-103-2026";
    private static final String NEIGHBOUR = "411200-104-2025";
    private static final String ELSEWHERE = "411300-103-2025";
    private static final String WHOLE = "/api/ledger/bundle.zip";
    private static final String ACCOUNTS = "administration";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        BudgetCommands commands = application.context().getBean(BudgetCommands.class);
        for (String budget : List.of(OWN, LATER, NEIGHBOUR, ELSEWHERE)) {
            new SampleBudget(commands, BudgetId.parse(budget)).opened();
        }
        person("everything", Role.AUDITOR, "", Years.ALL);
        person("one-year", Role.AUDITOR, "", new Years(2025, 2025));
        person("division", Role.AUDITOR, "411200", Years.ALL);
        person("department", Role.AUDITOR, "411200-103", Years.ALL);
        person("department-of-2025", Role.AUDITOR, "411200-103", new Years(2025, 2025));
        person("unit", Role.AUDITOR, "411200-103/103001", Years.ALL);
        person("office", Role.BUDGET_OFFICE, "411200", Years.ALL);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** What each may take, by the streams that are in it. */
    private static final Map<String, Set<String>> THEIRS = Map.of(
            "everything", Set.of(WHOLE, OWN, LATER, NEIGHBOUR, ELSEWHERE, ACCOUNTS),
            "one-year", Set.of(OWN, NEIGHBOUR, ELSEWHERE),
            "division", Set.of(OWN, LATER, NEIGHBOUR),
            "department", Set.of(OWN, LATER),
            "department-of-2025", Set.of(OWN),
            "unit", Set.of(),
            "office", Set.of());

    @Test
    void each_takes_what_is_theirs_and_nothing_else() {
        Map<String, String> wrong = new LinkedHashMap<>();
        THEIRS.forEach((login, theirs) -> {
            Browsing auditor = new Browsing(application.address()).as(login, PASSWORD);
            addresses().forEach((address, about) -> {
                int status = auditor.bytes(address).statusCode();
                int right = theirs.contains(about) ? 200 : 404;
                boolean denied = right == 404 && (status == 403 || status == 404);
                if (status != right && !denied) {
                    wrong.put(login + " " + address, status + " and not " + right);
                }
            });
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_page_offers_what_can_be_taken() {
        String limited = new Browsing(application.address())
                .as("department", PASSWORD)
                .get("/ledger")
                .body();
        assertThat(limited)
                .contains("只供权限不限于某些预算和年度的审计人员下载")
                .contains(OWN)
                .doesNotContain(NEIGHBOUR)
                .doesNotContain("href=\"/api/ledger/bundle.zip\"");
        assertThat(new Browsing(application.address())
                        .as("everything", PASSWORD)
                        .get("/ledger")
                        .body())
                .contains("href=\"/api/ledger/bundle.zip\"")
                .contains(ELSEWHERE);
    }

    /** Every download, with the stream that it is of. */
    private static Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>(Map.of(WHOLE, WHOLE));
        for (String budget : List.of(OWN, LATER, NEIGHBOUR, ELSEWHERE)) {
            addresses.put(WHOLE + "?budget=" + budget, budget);
            addresses.put(WHOLE + "?submissions=true&budget=" + budget, budget);
            addresses.put("/ledger/submissions?budget=" + budget, budget);
        }
        EventLog log = application.context().getBean(EventLog.class);
        Map<String, Long> first = LongStream.range(0, log.head())
                .boxed()
                .collect(Collectors.toMap(at -> log.read(at, 1).getFirst().stream(), at -> at + 1, Math::min));
        first.forEach((stream, position) -> addresses.put(
                "/api/ledger/proofs/inclusion?position=" + position,
                about(stream.replaceFirst("-(submissions|reads)$", ""))));
        return addresses;
    }

    private static String about(String stream) {
        return List.of(OWN, LATER, NEIGHBOUR, ELSEWHERE).contains(stream) ? stream : ACCOUNTS;
    }

    private static void person(String login, Role role, String scope, Years years) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope, years), PASSWORD);
    }
}
