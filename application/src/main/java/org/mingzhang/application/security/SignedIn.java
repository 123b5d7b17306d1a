package org.mingzhang.application.security;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import org.mingzhang.application.users.Account;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.Years;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person of a session, as the account was when it began. */
public final class SignedIn implements UserDetails {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String login;
    private final String displayName;
    private final String passwordHash;
    private final List<Role> roles;
    private final String scope;
    private final Years years;
    private final boolean enabled;
    private final boolean mustChangePassword;
    private final long version;

    SignedIn(Account account) {
        this.login = account.login();
        this.displayName = account.displayName();
        this.passwordHash = account.passwordHash();
        this.roles = account.roles();
        this.scope = account.scope();
        this.years = account.years();
        this.enabled = account.enabled() && !account.roles().isEmpty();
        this.mustChangePassword = account.mustChangePassword();
        this.version = account.version();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    String displayName() {
        return displayName;
    }

    List<Role> roles() {
        return roles;
    }

    String scope() {
        return scope;
    }

    Years years() {
        return years;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    /** Whether the account is still as it was when the session began. */
    boolean isStill(Account account) {
        return account.version() == version && account.enabled();
    }
}
