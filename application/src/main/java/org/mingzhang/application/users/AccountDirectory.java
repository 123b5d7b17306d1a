package org.mingzhang.application.users;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mingzhang.kernel.value.Role;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and finds accounts. */
@Service
public class AccountDirectory {
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Clock clock;

    AccountDirectory(Accounts accounts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    public Optional<Account> find(String login) {
        return accounts.findByLogin(login);
    }

    /** What is wrong with a new account, by field, as keys of words; empty when nothing is. */
    Map<String, String> problems(NewAccount asked) {
        Map<String, String> problems =
                new HashMap<>(RightsRules.problems(asked.roles(), asked.scope(), Optional.of(asked.years())));
        if (!asked.login().matches("[A-Za-z0-9._-]{2,40}")) {
            problems.put("login", "users.wrong.login");
        } else if (accounts.existsByLoginIgnoreCase(asked.login())) {
            problems.put("login", "users.wrong.login-taken");
        }
        if (asked.displayName().isBlank() || asked.displayName().length() > 100) {
            problems.put("displayName", "users.wrong.name");
        }
        return problems;
    }

    /** Makes an account with a password that its owner has chosen. */
    @Transactional
    public void create(NewAccount asked, String password) {
        accounts.save(new Account(asked, hash(password), false, false, clock.instant()));
    }

    @Transactional
    void createDemo(NewAccount asked, String password) {
        accounts.save(new Account(asked, hash(password), false, true, clock.instant()));
    }

    @Transactional
    void enable(String login, boolean enabled) {
        accounts.findByLogin(login).ifPresent(account -> account.enable(enabled));
    }

    /** Keeps the same password under the hash of today. */
    @Transactional
    public Account rehashed(String login, String hash) {
        accounts.rehash(login, hash);
        return accounts.findByLogin(login).orElseThrow();
    }

    boolean isEmpty() {
        return accounts.count() == 0;
    }

    /** Whether somebody can sign in in that role. */
    boolean nobodyIs(Role role) {
        return enabled(role).isEmpty();
    }

    /** Whether that person is the last one who can sign in in that role. */
    boolean last(Role role, String login) {
        return enabled(role).stream().allMatch(account -> account.login().equals(login));
    }

    List<Account> demo() {
        return accounts.findAllByDemoTrueOrderByLogin();
    }

    boolean matches(String password, Account account) {
        return passwords.matches(password, account.passwordHash());
    }

    String hash(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    /** The hash of a password that nobody knows. */
    String unguessable() {
        return hash(Secret.fresh());
    }

    private List<Account> enabled(Role role) {
        return accounts.findAllByOrderByLogin().stream()
                .filter(account -> account.enabled() && account.roles().contains(role))
                .toList();
    }
}
