package org.mingzhang.application.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.mingzhang.application.users.WrongPasswords;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wrong passwords of a quarter of an hour, by person and by machine, for all nodes of one database.
 *
 * <p>Kept under hashes, because people type passwords into the field for the login.
 */
final class SignInAttempts implements WrongPasswords {
    static final int ALLOWED_BY_LOGIN = 5;
    static final int ALLOWED_BY_MACHINE = 50;
    static final Duration REMEMBERED = Duration.ofMinutes(15);

    /** Of those that were begun first, the rest is forgotten, or strangers could fill the table. */
    private static final int REMEMBERED_KEYS = 20_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean exhausted(String login, String machine) {
        String ofLogin = ofLogin(login);
        return jdbc.sql("select key_hash, failures from sign_in_attempt where key_hash in (:keys) and since >= :oldest")
                .param("keys", List.of(ofLogin, ofMachine(machine)))
                .param("oldest", oldest())
                .query((row, number) -> row.getInt("failures")
                        >= (row.getString("key_hash").equals(ofLogin) ? ALLOWED_BY_LOGIN : ALLOWED_BY_MACHINE))
                .list()
                .contains(true);
    }

    @Override
    public boolean keepWaiting(String login) {
        return jdbc.sql("select failures from sign_in_attempt where key_hash = :key and since >= :oldest")
                .param("key", ofLogin(login))
                .param("oldest", oldest())
                .query(Integer.class)
                .optional()
                .filter(failures -> failures >= ALLOWED_BY_LOGIN)
                .isPresent();
    }

    /** How many there are of that login now. */
    int failed(String login, String machine) {
        count(ofMachine(machine));
        return count(ofLogin(login));
    }

    void succeeded(String login) {
        forget(login);
    }

    @Override
    public void forget(String login) {
        jdbc.sql("delete from sign_in_attempt where key_hash = :key")
                .param("key", ofLogin(login))
                .update();
    }

    private int count(String key) {
        if (raised(key) == 0) {
            begin(key);
        }
        return jdbc.sql("select failures from sign_in_attempt where key_hash = :key")
                .param("key", key)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    private int raised(String key) {
        return jdbc.sql("""
            update sign_in_attempt
            set failures = case when since < :oldest then 1 else failures + 1 end,
                since = case when since < :oldest then :now else since end
            where key_hash = :key\
            """)
                .param("oldest", oldest())
                .param("now", now())
                .param("key", key)
                .update();
    }

    private void begin(String key) {
        forgetOld();
        try {
            jdbc.sql("insert into sign_in_attempt (key_hash, failures, since) values (:key, 1, :now)")
                    .param("key", key)
                    .param("now", now())
                    .update();
        } catch (DuplicateKeyException e) {
            raised(key); // another node was faster
        }
    }

    private void forgetOld() {
        jdbc.sql("delete from sign_in_attempt where since < :oldest")
                .param("oldest", oldest())
                .update();
        jdbc.sql("""
            delete from sign_in_attempt where key_hash in (
                select key_hash from sign_in_attempt order by since desc, key_hash offset :kept rows)\
            """).param("kept", REMEMBERED_KEYS).update();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private OffsetDateTime oldest() {
        return at(clock.instant().minus(REMEMBERED));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String ofLogin(String login) {
        return hash("login " + login.toLowerCase(java.util.Locale.ROOT));
    }

    private static String ofMachine(String machine) {
        return hash("machine " + machine);
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
