package org.mingzhang.application.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mingzhang.application.users.Account;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.AdministrationRecord;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.SignInWay;

/**
 * Who signed in, and who could not.
 *
 * <p>Failures of accounts are told one by one, so many and no more in a quarter of an hour, whatever strangers do; all
 * others are counted and told as one. So nobody without an account makes the log grow by more than a few events a minute.
 */
final class SignInRecord {
    static final int TOLD_ONE_BY_ONE = 60;
    static final Duration SPAN = Duration.ofMinutes(15);

    private final AdministrationRecord record;
    private final AccountDirectory directory;
    private final Clock clock;
    private Instant toldSince = Instant.MIN;
    private int told;
    private Instant countedSince = Instant.MIN;
    private int counted;

    SignInRecord(AdministrationRecord record, AccountDirectory directory, Clock clock) {
        this.record = record;
        this.directory = directory;
        this.clock = clock;
    }

    void signedIn(SignedIn person, SignInWay way, Origin origin) {
        record.write(actor(person), new AdministrationEvent.PersonSignedIn(person.getUsername(), way, origin));
    }

    void signedOut(SignedIn person, Origin origin) {
        record.write(actor(person), new AdministrationEvent.PersonSignedOut(person.getUsername(), origin));
    }

    /** @param failures how many there were of that login of late */
    void failed(String login, SignInWay way, int failures, Origin origin) {
        Optional<Account> account = directory.find(login);
        if (account.isEmpty() || !tellsOneMore()) {
            count(origin);
            return;
        }
        String known = account.get().login();
        record.write(AdministrationRecord.PROGRAM, new AdministrationEvent.SignInFailed(known, way, failures, origin));
        if (failures == SignInAttempts.ALLOWED_BY_LOGIN) {
            int minutes = (int) SignInAttempts.REMEMBERED.toMinutes();
            record.write(
                    AdministrationRecord.PROGRAM,
                    new AdministrationEvent.AccountLockedOut(known, failures, minutes, origin));
        }
    }

    /** Somebody who was not even asked for the password, or whom nobody knows. */
    void count(Origin origin) {
        counted(origin).ifPresent(event -> record.write(AdministrationRecord.PROGRAM, event));
    }

    /** The first is told at once, so that an attack is seen when it begins; then all of a span together. */
    private synchronized Optional<AdministrationEvent> counted(Origin origin) {
        counted++;
        if (clock.instant().isBefore(end(countedSince))) {
            return Optional.empty();
        }
        int attempts = counted;
        counted = 0;
        countedSince = clock.instant();
        int minutes = (int) SPAN.toMinutes();
        return Optional.of(new AdministrationEvent.StrangersTurnedAway(attempts, minutes, origin));
    }

    private synchronized boolean tellsOneMore() {
        if (!clock.instant().isBefore(end(toldSince))) {
            toldSince = clock.instant();
            told = 0;
        }
        told++;
        return told <= TOLD_ONE_BY_ONE;
    }

    private static Instant end(Instant begin) {
        return begin.equals(Instant.MIN) ? begin : begin.plus(SPAN);
    }

    private static Actor actor(SignedIn person) {
        return Actor.of(
                person.getUsername(), person.displayName(), person.roles().getFirst());
    }
}
