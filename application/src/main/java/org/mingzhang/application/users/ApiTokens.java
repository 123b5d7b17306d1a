package org.mingzhang.application.users;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.springframework.stereotype.Service;

/** Tokens for programs: shown once, kept as a hash, revoked by their owner, and all of them with a new password link. */
@Service
public class ApiTokens {
    /** So that a token is known as one wherever it is found. */
    public static final String PREFIX = "mz_";

    static final int LONGEST_DAYS = 366;
    static final int MOST = 20;
    private static final int LONGEST_NAME = 60;
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private final ApiTokenTable tokens;
    private final AdministrationRecord record;
    private final OneAtATime changes;
    private final Clock clock;

    ApiTokens(ApiTokenTable tokens, AdministrationRecord record, OneAtATime changes, Clock clock) {
        this.tokens = tokens;
        this.record = record;
        this.changes = changes;
        this.clock = clock;
    }

    /** The login that a token stands for; empty when it holds no more. */
    public Optional<String> login(String secret) {
        return tokens.findByTokenHash(Secret.hash(secret))
                .filter(token -> token.holds(clock.instant()))
                .map(ApiToken::login);
    }

    List<ApiToken> of(String login) {
        return tokens.findByLoginOrderByCreatedAtDesc(login).stream()
                .filter(token -> token.holds(clock.instant()))
                .toList();
    }

    /** Key of the words for what is wrong; empty when nothing is. */
    Optional<String> problem(String login, String name, int days) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return Optional.of("tokens.wrong.name");
        }
        if (days < 1 || days > LONGEST_DAYS) {
            return Optional.of("tokens.wrong.days");
        }
        return of(login).size() >= MOST ? Optional.of("tokens.wrong.many") : Optional.empty();
    }

    /** The token itself, which is not to be had a second time. */
    String issue(By by, String name, int days) {
        String secret = PREFIX + Secret.fresh();
        Instant now = clock.instant();
        LocalDate lastDay = LocalDate.ofInstant(now, BUSINESS_DAYS).plusDays(days);
        Instant expires = lastDay.plusDays(1).atStartOfDay(BUSINESS_DAYS).toInstant();
        ApiToken token = new ApiToken(by.login(), name, Secret.hash(secret), now, expires);
        changes.run(() -> {
            tokens.save(token);
            record.write(
                    by.actor(),
                    new AdministrationEvent.TokenIssued(by.login(), token.id().toString(), name, lastDay, by.origin()));
        });
        return secret;
    }

    /** Nothing when it is not theirs. */
    void revoke(By by, UUID id) {
        changes.run(() ->
                of(by.login()).stream().filter(token -> token.id().equals(id)).forEach(token -> revoke(by, token)));
    }

    /** Inside a change of the account. */
    void revokeAll(By by, String login) {
        of(login).forEach(token -> revoke(by, token));
    }

    private void revoke(By by, ApiToken token) {
        token.revoke(clock.instant());
        tokens.save(token);
        record.write(
                by.actor(),
                new AdministrationEvent.TokenRevoked(token.login(), token.id().toString(), token.name(), by.origin()));
    }
}
