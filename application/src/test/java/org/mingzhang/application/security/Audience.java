package org.mingzhang.application.security;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.Role;

/** The roles of a line of {@code routes.tsv}, spelled out, so that a slip in the product's own sets is seen. */
enum Audience {
    EVERYBODY(EnumSet.allOf(Role.class)),
    SIGNED_IN(EnumSet.allOf(Role.class)),
    READERS(EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR))),
    WORKERS(EnumSet.complementOf(
            EnumSet.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR, Role.PEOPLES_CONGRESS))),
    BUREAU(EnumSet.of(Role.BUDGET_OFFICE, Role.SECTOR_DESK)),
    AUDITORS(EnumSet.of(Role.AUDITOR)),
    WATCHERS(EnumSet.of(Role.AUDITOR, Role.ADMINISTRATOR)),
    ADMINISTRATORS(EnumSet.of(Role.ADMINISTRATOR)),
    SECURITY(EnumSet.of(Role.SECURITY_ADMINISTRATOR)),
    KEEPERS(EnumSet.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR)),
    OVERSEERS(EnumSet.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR)),
    NOBODY(EnumSet.noneOf(Role.class));

    private final Set<Role> roles;

    Audience(Set<Role> roles) {
        this.roles = roles;
    }

    static Audience of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** @param role empty for the public */
    boolean admits(Optional<Role> role) {
        return role.map(roles::contains).orElse(this == EVERYBODY);
    }
}
