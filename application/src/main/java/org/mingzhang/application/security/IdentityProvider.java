package org.mingzhang.application.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * Where people may show who they are instead of with a password here (OpenID Connect); off until issuer and client are
 * set, and asked for nothing before the first of them goes there.
 *
 * @param claim the claim whose value is the login of the account; nobody gets an account or a right by signing in
 * @param name what the button says
 */
@ConfigurationProperties("mingzhang.oidc")
record IdentityProvider(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("preferred_username") String claim,
        @DefaultValue("统一身份认证") String name) {
    static final String ID = "provider";
    static final String BEGIN = "/oauth2/authorization/" + ID;

    boolean on() {
        return !issuer.isBlank() && !clientId.isBlank();
    }

    /** Asks the provider for its addresses. */
    ClientRegistration discovered() {
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(ID)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .clientName(name)
                .scope("openid", "profile")
                .userNameAttributeName("sub")
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .build();
    }
}
