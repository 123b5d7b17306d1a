package org.mingzhang.application.users;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;
import org.springframework.stereotype.Service;

/** Passwords are set by their owners alone: with the present one, or with a link that works once. */
@Service
class PasswordSetting {
    private final Accounts accounts;
    private final AccountDirectory directory;
    private final PasswordLinks links;
    private final ApiTokens tokens;
    private final AdministrationRecord record;
    private final WrongPasswords wrong;
    private final OneAtATime changes;
    private final Clock clock;

    PasswordSetting(
            Accounts accounts,
            AccountDirectory directory,
            PasswordLinks links,
            ApiTokens tokens,
            AdministrationRecord record,
            WrongPasswords wrong,
            OneAtATime changes,
            Clock clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.links = links;
        this.tokens = tokens;
        this.record = record;
        this.wrong = wrong;
        this.changes = changes;
        this.clock = clock;
    }

    /** A secret for a fresh link; earlier links, the present password, sessions and tokens hold no more. */
    String link(By by, Account account) {
        String secret = Secret.fresh();
        changes.run(() -> {
            links.deleteByLogin(account.login());
            links.save(new PasswordLink(Secret.hash(secret), account.login(), clock.instant()));
            account.setPassword(directory.unguessable(), false);
            accounts.save(account);
            tokens.revokeAll(by, account.login());
            record.write(by.actor(), new AdministrationEvent.PasswordLinkIssued(account.login(), by.origin()));
        });
        return secret;
    }

    /** Whose password the link sets; empty when it cannot be used any more. */
    Optional<Account> owner(String secret) {
        return links.findByTokenHash(Secret.hash(secret))
                .filter(link -> link.usable(clock.instant()))
                .flatMap(link -> accounts.findByLogin(link.login()))
                .filter(Account::enabled);
    }

    /** Uses the link up; false when it cannot be used any more. */
    boolean set(String secret, String password, Origin origin) {
        return changes.get(() -> {
            Optional<Account> owner = owner(secret);
            owner.ifPresent(account -> {
                PasswordLink link = links.findByTokenHash(Secret.hash(secret)).orElseThrow();
                link.use(clock.instant());
                links.save(link);
                wrong.forget(account.login());
                changed(account, password, origin);
            });
            return owner.isPresent();
        });
    }

    /** Changes the own password; false when the present one is not right. */
    boolean change(String login, String present, String next, Origin origin) {
        return changes.get(() -> {
            Optional<Account> owner =
                    accounts.findByLogin(login).filter(account -> directory.matches(present, account));
            owner.ifPresent(account -> changed(account, next, origin));
            return owner.isPresent();
        });
    }

    private void changed(Account account, String password, Origin origin) {
        account.setPassword(directory.hash(password), false);
        accounts.save(account);
        // whoever has no role yet acts as nobody else could
        Role role = account.roles().stream().findFirst().orElse(Role.UNIT_OFFICER);
        Actor owner = Actor.of(account.login(), account.displayName(), role);
        record.write(owner, new AdministrationEvent.PasswordChanged(account.login(), origin));
    }

    /** What is wrong with a new password for that account, by field. */
    static Map<String, String> problems(Account account, String password, String again) {
        return Passwords.problem(password, again, List.of(account.login(), account.displayName()))
                .map(problem -> Map.of("next", problem))
                .orElse(Map.of());
    }
}
