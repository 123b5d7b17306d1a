package org.mingzhang.application.users;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Role;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and finds accounts. */
@Service
public class AccountDirectory {
    /** Length is what guards a password; no rules of composition (NIST SP 800-63B §5.1.1). */
    static final int SHORTEST_PASSWORD = 10;

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

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

    List<Account> all() {
        return accounts.findAllByOrderByLogin();
    }

    /** What is wrong with a new account, by field, as keys of words; empty when nothing is. */
    Map<String, String> problems(NewAccount asked) {
        Map<String, String> problems = new HashMap<>();
        if (!asked.login().matches("[A-Za-z0-9._-]{2,40}")) {
            problems.put("login", "users.wrong.login");
        } else if (accounts.findByLogin(asked.login()).isPresent()) {
            problems.put("login", "users.wrong.login-taken");
        }
        if (asked.displayName().isBlank() || asked.displayName().length() > 100) {
            problems.put("displayName", "users.wrong.name");
        }
        if (asked.roles().isEmpty()) {
            problems.put("roles", "users.wrong.roles");
        }
        if (!asked.scope().matches("(\\d{6}(-\\d{3}(/\\d{6})?)?)?")) {
            problems.put("scope", "users.wrong.scope");
        }
        return problems;
    }

    /** Makes an account with a password that its owner has chosen. */
    @Transactional
    public void create(NewAccount asked, String password) {
        accounts.save(new Account(asked, hash(password), false, false, clock.instant()));
    }

    /** Makes an account and answers its first password, which has to be changed at the first sign-in. */
    @Transactional
    String createWithFirstPassword(NewAccount asked) {
        String password = randomPassword();
        accounts.save(new Account(asked, hash(password), true, false, clock.instant()));
        return password;
    }

    @Transactional
    void createDemo(NewAccount asked, String password) {
        accounts.save(new Account(asked, hash(password), false, true, clock.instant()));
    }

    @Transactional
    void enable(String login, boolean enabled) {
        accounts.findByLogin(login).ifPresent(account -> account.enable(enabled));
    }

    /** Gives a new first password; empty when there is no such account. */
    @Transactional
    Optional<String> resetPassword(String login) {
        return accounts.findByLogin(login).map(account -> {
            String password = randomPassword();
            account.setPassword(hash(password), true);
            return password;
        });
    }

    /** Changes the own password; false when the present one is not right. */
    @Transactional
    boolean changePassword(String login, String present, String next) {
        Optional<Account> account =
                accounts.findByLogin(login).filter(found -> passwords.matches(present, found.passwordHash()));
        account.ifPresent(found -> found.setPassword(hash(next), false));
        return account.isPresent();
    }

    boolean isEmpty() {
        return accounts.count() == 0;
    }

    boolean nobodyCanSignIn() {
        return !accounts.existsByEnabledTrue();
    }

    List<Account> demo() {
        return accounts.findAllByDemoTrueOrderByLogin();
    }

    /** Whether that person is the last administrator who can sign in. */
    boolean lastAdministrator(String login) {
        return all().stream()
                .filter(account -> account.enabled() && account.roles().contains(Role.ADMINISTRATOR))
                .allMatch(account -> account.login().equals(login));
    }

    private String hash(String password) {
        return java.util.Objects.requireNonNull(passwords.encode(password));
    }

    private static String randomPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
