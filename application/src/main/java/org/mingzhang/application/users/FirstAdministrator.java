package org.mingzhang.application.users;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.mingzhang.kernel.value.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first administrator of an installation in which nobody can sign in yet. */
@Service
class FirstAdministrator {
    private final SetupLinks links;
    private final AccountDirectory directory;
    private final Clock clock;

    FirstAdministrator(SetupLinks links, AccountDirectory directory, Clock clock) {
        this.links = links;
        this.directory = directory;
        this.clock = clock;
    }

    /** A fresh token; only its hash is kept. */
    @Transactional
    String issue() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        links.save(new SetupLink(hash(token), clock.instant()));
        return token;
    }

    boolean usable(String token) {
        return directory.nobodyCanSignIn()
                && links.findByTokenHash(hash(token))
                        .filter(link -> link.usable(clock.instant()))
                        .isPresent();
    }

    /** Uses the link up and makes the account; false when the link cannot be used any more. */
    @Transactional
    boolean create(String token, String login, String displayName, String password) {
        if (!usable(token)) {
            return false;
        }
        links.findByTokenHash(hash(token)).orElseThrow().use(clock.instant());
        directory.create(new NewAccount(login, displayName, Set.of(Role.ADMINISTRATOR), ""), password);
        return true;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
