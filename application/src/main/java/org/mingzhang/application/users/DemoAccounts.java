package org.mingzhang.application.users;

import java.util.List;
import java.util.Set;
import org.mingzhang.kernel.value.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * One person for each role of the demo; they exist only where the sample was loaded into an empty installation.
 *
 * <p>Their password is known to everybody, so they can sign in only while the server listens on this machine alone, or
 * when a password of one's own is given ({@code mingzhang.demo-password}).
 */
@Service
class DemoAccounts {
    private static final String EVERYBODY_KNOWS = "mingzhang-demo";
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "::1");
    private static final List<NewAccount> PEOPLE = List.of(
            person("jingban", "张敏", Role.UNIT_OFFICER, "411200-103"),
            person("shenhe", "李强", Role.UNIT_REVIEWER, "411200-103"),
            person("caiwu", "王敏", Role.DEPARTMENT_FINANCE, "411200-103"),
            person("fuzeren", "赵立", Role.DEPARTMENT_HEAD, "411200-103"),
            person("baomi", "周正", Role.SECRECY_REVIEWER, "411200-103"),
            person("yewu", "陈静", Role.SECTOR_DESK, "411200"),
            person("yusuan", "刘洋", Role.BUDGET_OFFICE, "411200"),
            person("jixiao", "何丽", Role.PERFORMANCE_DESK, "411200"),
            person("guoku", "吴强", Role.TREASURY, "411200"),
            person("zhengfu", "郑伟", Role.GOVERNMENT, "411200"),
            person("renda", "冯洁", Role.PEOPLES_CONGRESS, "411200"),
            person("shenji", "孙明", Role.AUDITOR, ""),
            person("admin", "管理员", Role.ADMINISTRATOR, ""),
            person("anquan", "安全管理员", Role.SECURITY_ADMINISTRATOR, ""));

    private final AccountDirectory directory;
    private final String ownPassword;
    private final String address;

    DemoAccounts(
            AccountDirectory directory,
            @Value("${mingzhang.demo-password:}") String ownPassword,
            @Value("${server.address:}") String address) {
        this.directory = directory;
        this.ownPassword = ownPassword;
        this.address = address;
    }

    /** Makes them when nobody has an account yet and they are safe; a demo from before gets those of new roles. */
    void open() {
        if (safe() && (directory.isEmpty() || !directory.demo().isEmpty())) {
            PEOPLE.stream()
                    .filter(person -> directory.find(person.login()).isEmpty())
                    .forEach(person -> directory.createDemo(person, password()));
        }
        directory.demo().forEach(account -> directory.enable(account.login(), safe()));
    }

    /** They sign in no more; what they did stays. */
    void close() {
        directory.demo().forEach(account -> directory.enable(account.login(), false));
    }

    /** What is printed at the start; empty when nobody of the demo can sign in. */
    List<String> lines() {
        return directory.demo().stream()
                .filter(Account::enabled)
                .map(account -> "%-10s %s  %s"
                        .formatted(
                                account.login(),
                                password(),
                                account.displayName() + "（"
                                        + account.roles().getFirst().label() + "）"))
                .toList();
    }

    private boolean safe() {
        return !ownPassword.isBlank() || THIS_MACHINE.contains(address);
    }

    private String password() {
        return ownPassword.isBlank() ? EVERYBODY_KNOWS : ownPassword;
    }

    private static NewAccount person(String login, String name, Role role, String scope) {
        return new NewAccount(login, name, Set.of(role), scope);
    }
}
