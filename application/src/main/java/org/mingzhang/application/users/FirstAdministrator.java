package org.mingzhang.application.users;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Rights;
import org.mingzhang.kernel.value.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first administrator of the system and the first of its security, while nobody can sign in as such. */
@Service
class FirstAdministrator {
    /** Two people, each with a link of their own. */
    static final List<Role> OFFICES = List.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);

    private final SetupLinks links;
    private final AccountDirectory directory;
    private final AdministrationRecord record;
    private final OneAtATime changes;
    private final Clock clock;

    FirstAdministrator(
            SetupLinks links,
            AccountDirectory directory,
            AdministrationRecord record,
            OneAtATime changes,
            Clock clock) {
        this.links = links;
        this.directory = directory;
        this.record = record;
        this.changes = changes;
        this.clock = clock;
    }

    /** The offices that nobody holds who can sign in. */
    List<Role> vacant() {
        return OFFICES.stream().filter(directory::nobodyIs).toList();
    }

    /** A fresh token; only its hash is kept. */
    @Transactional
    String issue(Role office) {
        String token = Secret.fresh();
        links.save(new SetupLink(Secret.hash(token), office, clock.instant()));
        return token;
    }

    /** The office that the link gives; empty when it cannot be used any more. */
    Optional<Role> office(String token) {
        return links.findByTokenHash(Secret.hash(token))
                .filter(link -> link.usable(clock.instant()) && directory.nobodyIs(link.role()))
                .map(SetupLink::role);
    }

    /** Uses the link up and makes the account; false when the link cannot be used any more. */
    boolean create(String token, String login, String displayName, String password, Origin origin) {
        return changes.get(() -> {
            Optional<Role> office = office(token);
            office.ifPresent(role -> {
                links.findByTokenHash(Secret.hash(token)).orElseThrow().use(clock.instant());
                directory.create(new NewAccount(login, displayName, Set.of(role), ""), password);
                record.write(
                        Actor.of(login, displayName, role),
                        new AdministrationEvent.AccountCreated(
                                login, displayName, new Rights(List.of(role), "", ""), origin));
            });
            return office.isPresent();
        });
    }
}
