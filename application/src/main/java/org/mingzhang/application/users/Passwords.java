package org.mingzhang.application.users;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a new password must be: long, and not what anybody would try first.
 *
 * <p>No rules of composition (NIST SP 800-63B §5.1.1); nothing is asked of any list elsewhere.
 */
final class Passwords {
    static final int SHORTEST = 10;

    /** Longer ones would only keep the hash function busy. */
    static final int LONGEST = 200;

    private static final int DIFFERENT_CHARACTERS = 5;
    private static final List<String> ROWS = List.of(
            "01234567890123456789",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "1qaz2wsx3edc4rfv");
    private static final Set<String> TRIED_FIRST = Set.of(
            "password",
            "passw0rd",
            "p@ssword",
            "p@ssw0rd",
            "mima",
            "admin",
            "administrator",
            "root",
            "welcome",
            "letmein",
            "iloveyou",
            "woaini",
            "mingzhang",
            "caizheng",
            "sanmenxia",
            "changeme",
            "guest",
            "test",
            "qwerty",
            "5201314",
            "1314520");

    private Passwords() {}

    /**
     * Key of the words for what is wrong; empty when nothing is.
     *
     * @param names login and name of its owner
     */
    static Optional<String> problem(String password, String again, List<String> names) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("users.wrong.password-length");
        }
        if (easy(password.toLowerCase(Locale.ROOT), names)) {
            return Optional.of("users.wrong.password-easy");
        }
        return password.equals(again) ? Optional.empty() : Optional.of("users.wrong.password-differs");
    }

    /** Whether little is left when what everybody would try is taken out of it. */
    private static boolean easy(String password, List<String> names) {
        String left = password;
        for (String word : Stream.concat(names.stream(), TRIED_FIRST.stream()).toList()) {
            if (word.length() > 1) {
                left = left.replace(word.toLowerCase(Locale.ROOT), "");
            }
        }
        for (String row : ROWS) {
            left = without(left, row);
            left = without(left, new StringBuilder(row).reverse().toString());
        }
        String rest = left.replaceAll("[\\s!@#$%^&*._-]", "").replaceAll("(19|20)\\d\\d", "");
        return rest.codePoints().distinct().count() < DIFFERENT_CHARACTERS;
    }

    /** Without the runs of four and more that stand in the row in that order. */
    private static String without(String text, String row) {
        StringBuilder left = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && row.contains(text.substring(at, end + 1))) {
                end++;
            }
            if (end - at >= 4) {
                at = end;
            } else {
                left.append(text.charAt(at++));
            }
        }
        return left.toString();
    }
}
