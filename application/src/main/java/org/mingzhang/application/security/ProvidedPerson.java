package org.mingzhang.application.security;

import java.io.Serial;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody whom a provider of identities has asked, with the account here that they were found to have. */
final class ProvidedPerson implements OidcUser {
    @Serial
    private static final long serialVersionUID = 1L;

    private final DefaultOidcUser provided;
    private final SignedIn person;

    ProvidedPerson(OidcIdToken token, @Nullable OidcUserInfo info, SignedIn person) {
        this.provided = new DefaultOidcUser(person.getAuthorities(), token, info);
        this.person = person;
    }

    SignedIn person() {
        return person;
    }

    @Override
    public Map<String, Object> getClaims() {
        return provided.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return provided.getUserInfo();
    }

    @Override
    public OidcIdToken getIdToken() {
        return provided.getIdToken();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return provided.getAttributes();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return provided.getAuthorities();
    }

    @Override
    public String getName() {
        return person.getUsername();
    }
}
