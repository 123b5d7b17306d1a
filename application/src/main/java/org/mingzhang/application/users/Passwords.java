package org.mingzhang.application.users;

import java.util.Optional;

/** What a new password must be. */
final class Passwords {
    /** Longer ones are cut by the hash function. */
    private static final int LONGEST = 72;

    private Passwords() {}

    /** Key of the words for what is wrong; empty when nothing is. */
    static Optional<String> problem(String password, String again) {
        if (password.length() < AccountDirectory.SHORTEST_PASSWORD || password.length() > LONGEST) {
            return Optional.of("users.wrong.password-length");
        }
        return password.equals(again) ? Optional.empty() : Optional.of("users.wrong.password-differs");
    }
}
