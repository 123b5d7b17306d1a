package org.mingzhang.application.security;

import java.util.Optional;
import org.mingzhang.application.users.AccountDirectory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Finds the account of somebody whom the provider knows; without one that is open they are nobody here. */
final class ProvidedAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final OidcUserService provided = new OidcUserService();
    private final AccountDirectory directory;
    private final String claim;

    ProvidedAccounts(AccountDirectory directory, String claim) {
        this.directory = directory;
        this.claim = claim;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provided.loadUser(request);
        return Optional.ofNullable(user.getClaimAsString(claim))
                .flatMap(directory::find)
                .map(SignedIn::new)
                .filter(SignedIn::isEnabled)
                .map(person -> new ProvidedPerson(user.getIdToken(), user.getUserInfo(), person))
                .orElseThrow(() -> new OAuth2AuthenticationException(
                        new OAuth2Error("no_account"), "no open account has the login that the claim gives"));
    }
}
