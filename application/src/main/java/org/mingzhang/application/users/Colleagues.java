package org.mingzhang.application.users;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.search.People;
import org.mingzhang.query.web.Visitor;
import org.springframework.stereotype.Component;

/** People whom somebody may look for: an administrator all, everybody else those who work on what is theirs too. */
@Component
class Colleagues implements People {
    private static final Set<Role> KEEPERS = Set.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);

    private final Accounts accounts;

    Colleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Person> find(String word, Visitor visitor, int most) {
        String looked = word.strip().toLowerCase(Locale.ROOT);
        return accounts.findAllByOrderByLogin().stream()
                .filter(Account::enabled)
                .filter(account -> KEEPERS.contains(visitor.role()) || within(account.scope(), visitor.scope()))
                .filter(account -> account.login().toLowerCase(Locale.ROOT).contains(looked)
                        || account.displayName().toLowerCase(Locale.ROOT).contains(looked))
                .limit(most)
                .map(account -> new Person(
                        account.login(),
                        account.displayName(),
                        account.roles().stream().map(Role::label).toList(),
                        account.scope()))
                .toList();
    }

    private static boolean within(String scope, String of) {
        String budgets = of.replaceFirst("/.*", "");
        return budgets.isEmpty()
                || scope.equals(budgets)
                || scope.startsWith(budgets + "-")
                || scope.startsWith(budgets + "/");
    }
}
