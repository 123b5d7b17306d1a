package org.mingzhang.kernel.event;

import java.time.LocalDate;
import java.util.Optional;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Rights;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SignInWay;

/**
 * Something that concerns who may sign in and what they may do, in a stream of its own.
 *
 * <p>Who did it stands in the envelope. No password, hash, link or token is ever part of one, nor anything that somebody
 * unknown has typed: people type passwords into the field for the login.
 */
public sealed interface AdministrationEvent extends LedgerEvent {
    String STREAM = "administration";

    /** From where it was done. */
    Origin origin();

    /** The account that it is about; empty where it is about none. */
    Optional<String> about();

    @Override
    default String stream() {
        return STREAM;
    }

    /** An event about one account. */
    sealed interface OfAccount extends AdministrationEvent {
        String login();

        @Override
        default Optional<String> about() {
            return Optional.of(login());
        }
    }

    record PersonSignedIn(String login, SignInWay way, Origin origin) implements OfAccount {}

    record PersonSignedOut(String login, Origin origin) implements OfAccount {}

    /** @param failures how many of the account there were of late, this one included */
    record SignInFailed(String login, SignInWay way, int failures, Origin origin) implements OfAccount {}

    /** Whoever tries next has to wait. */
    record AccountLockedOut(String login, int failures, int minutes, Origin origin) implements OfAccount {}

    /**
     * Attempts that are not told one by one: with logins that do not exist, or too many to be told.
     *
     * @param attempts how many there were
     * @param minutes over how long they were counted
     * @param origin of the last of them
     */
    record StrangersTurnedAway(int attempts, int minutes, Origin origin) implements AdministrationEvent {
        @Override
        public Optional<String> about() {
            return Optional.empty();
        }
    }

    record AccountCreated(String login, String displayName, Rights rights, Origin origin) implements OfAccount {}

    record AccountRenamed(String login, String before, String after, Origin origin) implements OfAccount {}

    record RightsChanged(String login, Rights before, Rights after, Origin origin) implements OfAccount {}

    /** Nobody signs in with it any more, until it is unlocked. */
    record AccountLocked(String login, String reason, Origin origin) implements OfAccount {}

    record AccountUnlocked(String login, Origin origin) implements OfAccount {}

    /** A link with which its owner sets a new password, once. */
    record PasswordLinkIssued(String login, Origin origin) implements OfAccount {}

    record PasswordChanged(String login, Origin origin) implements OfAccount {}

    record SessionsEnded(String login, Origin origin) implements OfAccount {}

    /** @param name what its owner calls it */
    record TokenIssued(String login, String token, String name, LocalDate expiresOn, Origin origin)
            implements OfAccount {}

    record TokenRevoked(String login, String token, String name, Origin origin) implements OfAccount {}

    /** @param login of whoever lets somebody act for them */
    record DelegationGiven(
            String login,
            String delegation,
            String delegate,
            Role role,
            LocalDate firstDay,
            LocalDate lastDay,
            String reason,
            Origin origin)
            implements OfAccount {}

    record DelegationEnded(String login, String delegation, String delegate, Role role, Origin origin)
            implements OfAccount {}
}
