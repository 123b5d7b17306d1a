package org.mingzhang.application.users;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.value.Rights;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Years;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * What administrators do with accounts, each with its record.
 *
 * <p>The system administrator makes accounts and the security administrator gives them rights, so that neither gets at a
 * budget alone; nobody touches the own account here.
 */
@Service
class AccountOffice {
    private final Accounts accounts;
    private final AccountDirectory directory;
    private final PasswordSetting passwords;
    private final AdministrationRecord record;
    private final WrongPasswords wrong;
    private final OneAtATime changes;
    private final Clock clock;

    AccountOffice(
            Accounts accounts,
            AccountDirectory directory,
            PasswordSetting passwords,
            AdministrationRecord record,
            WrongPasswords wrong,
            OneAtATime changes,
            Clock clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.passwords = passwords;
        this.record = record;
        this.wrong = wrong;
        this.changes = changes;
        this.clock = clock;
    }

    Account account(String login) {
        return accounts.findByLogin(login).orElseThrow(PageNotFound::new);
    }

    /** Whether wrong passwords keep it out for now. */
    boolean isWaiting(String login) {
        return wrong.keepWaiting(login);
    }

    List<Account> all() {
        return accounts.findAllByOrderByLogin();
    }

    /** What is wrong, by field; when nothing is, the account is there, without any right and without a password. */
    Map<String, String> create(By by, String login, String displayName) {
        only(by, Role.ADMINISTRATOR);
        NewAccount asked = new NewAccount(login, displayName, Set.of(), "");
        return changes.get(() -> {
            Map<String, String> problems = directory.problems(asked);
            if (problems.isEmpty()) {
                accounts.save(new Account(asked, directory.unguessable(), false, false, clock.instant()));
                record.write(
                        by.actor(),
                        new AdministrationEvent.AccountCreated(
                                login, displayName, new Rights(List.of(), "", ""), by.origin()));
            }
            return problems;
        });
    }

    Map<String, String> rename(By by, String login, String displayName) {
        only(by, Role.ADMINISTRATOR);
        if (displayName.isBlank() || displayName.length() > 100) {
            return Map.of("displayName", "users.wrong.name");
        }
        return change(by, login, account -> {
            String before = account.displayName();
            account.rename(displayName);
            return new AdministrationEvent.AccountRenamed(login, before, displayName, by.origin());
        });
    }

    /** @param years as they were written */
    Map<String, String> grant(By by, String login, Set<Role> roles, String scope, String years) {
        only(by, Role.SECURITY_ADMINISTRATOR);
        notOneself(by, login);
        Optional<Years> span = Years.read(years);
        Map<String, String> problems = new HashMap<>(RightsRules.problems(roles, scope, span));
        if (problems.isEmpty() && last(account(login), other -> roles.contains(other))) {
            problems.put("roles", "users.wrong.last-administrator");
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        return change(by, login, account -> {
            Rights before = account.rights();
            account.grant(roles, scope, span.orElse(Years.ALL));
            return new AdministrationEvent.RightsChanged(login, before, account.rights(), by.origin());
        });
    }

    Map<String, String> lock(By by, String login, String reason) {
        only(by, Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
        notOneself(by, login);
        if (reason.isBlank() || reason.length() > 200) {
            return Map.of("reason", "users.wrong.reason");
        }
        if (last(account(login), role -> false)) {
            return Map.of("", "users.wrong.last-administrator");
        }
        return change(by, login, account -> {
            account.enable(false);
            return new AdministrationEvent.AccountLocked(login, reason, by.origin());
        });
    }

    Map<String, String> unlock(By by, String login) {
        only(by, Role.SECURITY_ADMINISTRATOR);
        return change(by, login, account -> {
            account.enable(true);
            wrong.forget(login);
            return new AdministrationEvent.AccountUnlocked(login, by.origin());
        });
    }

    Map<String, String> endSessions(By by, String login) {
        only(by, Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
        return change(by, login, account -> {
            account.endSessions(clock.instant());
            return new AdministrationEvent.SessionsEnded(login, by.origin());
        });
    }

    /**
     * A secret for a link with which the owner sets a password.
     *
     * <p>Whoever made an account hands out its first link, while it has no right yet; afterwards it is the security
     * administrator, or whoever makes accounts could become anybody.
     */
    String passwordLink(By by, String login) {
        Account account = account(login);
        notOneself(by, login);
        if (account.roles().isEmpty()) {
            only(by, Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
        } else {
            only(by, Role.SECURITY_ADMINISTRATOR);
        }
        return passwords.link(by, account);
    }

    private interface Change {
        AdministrationEvent of(Account account);
    }

    private Map<String, String> change(By by, String login, Change change) {
        notOneself(by, login);
        return changes.get(() -> {
            Account account = account(login);
            AdministrationEvent event = change.of(account);
            accounts.save(account);
            record.write(by.actor(), event);
            return Map.of();
        });
    }

    /** Whether nobody could administer any more if of that account's offices only those were left. */
    private boolean last(Account account, Predicate<Role> left) {
        return List.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR).stream()
                .filter(account.roles()::contains)
                .filter(left.negate())
                .anyMatch(role -> directory.last(role, account.login()));
    }

    private static void notOneself(By by, String login) {
        if (by.login().equals(login)) {
            throw new AccessDeniedException("nobody administers the own account");
        }
    }

    private static void only(By by, Role... roles) {
        if (!Set.of(roles).contains(by.actor().role())) {
            throw new AccessDeniedException("not for " + by.actor().role());
        }
    }
}
