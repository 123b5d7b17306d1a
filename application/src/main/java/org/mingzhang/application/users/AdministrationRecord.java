package org.mingzhang.application.users;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.springframework.stereotype.Service;

/** Writes what happens to accounts into the log; what cannot be written does not happen. */
@Service
public class AdministrationRecord {
    /** When nobody is signed in: the program at its start, or somebody whose password was wrong. */
    public static final Actor PROGRAM = Actor.of("mingzhang", "明账系统", Role.ADMINISTRATOR);

    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private final EventLog log;
    private final Clock clock;

    AdministrationRecord(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    public void write(Actor by, AdministrationEvent event) {
        UUID id = Identities.next();
        LocalDate today = LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
        NewEvent note = new NewEvent(Identities.next(), event.stream(), new Envelope<>(id, by, today, event));
        Append.Claim claim = new Append.Claim(by.login(), "administration " + id, digest(event), id, event.stream());
        log.append(new Append(List.of(), Map.of(), List.of(note), claim));
    }

    /** By the application itself. */
    void writeWithin(AdministrationEvent event) {
        write(PROGRAM, event);
    }

    static Origin within() {
        return Origin.WITHIN;
    }

    private static Bytes digest(AdministrationEvent event) {
        try {
            byte[] said = event.toString().getBytes(StandardCharsets.UTF_8);
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(said));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
