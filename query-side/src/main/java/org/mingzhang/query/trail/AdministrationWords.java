package org.mingzhang.query.trail;

import java.util.Locale;
import java.util.stream.Collectors;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.value.Rights;
import org.mingzhang.kernel.value.Role;
import org.springframework.context.MessageSource;

/** What happened to accounts, as a sentence. */
public final class AdministrationWords {
    private final MessageSource messages;
    private final Locale locale;

    public AdministrationWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    public String of(AdministrationEvent event) {
        return switch (event) {
            case AdministrationEvent.PersonSignedIn e -> say("signed-in", e.login(), say("way." + e.way()));
            case AdministrationEvent.PersonSignedOut e -> say("signed-out", e.login());
            case AdministrationEvent.SignInFailed e -> say("failed", e.login(), say("way." + e.way()), e.failures());
            case AdministrationEvent.AccountLockedOut e -> say("locked-out", e.login(), e.failures(), e.minutes());
            case AdministrationEvent.StrangersTurnedAway e -> say("strangers", e.attempts(), e.minutes());
            case AdministrationEvent.AccountCreated e -> say("created", e.login(), e.displayName(), rights(e.rights()));
            case AdministrationEvent.AccountRenamed e -> say("renamed", e.login(), e.before(), e.after());
            case AdministrationEvent.RightsChanged e -> say("rights", e.login(), rights(e.before()), rights(e.after()));
            case AdministrationEvent.AccountLocked e -> say("locked", e.login(), e.reason());
            case AdministrationEvent.AccountUnlocked e -> say("unlocked", e.login());
            case AdministrationEvent.PasswordLinkIssued e -> say("link", e.login());
            case AdministrationEvent.PasswordChanged e -> say("password", e.login());
            case AdministrationEvent.SessionsEnded e -> say("sessions", e.login());
            case AdministrationEvent.TokenIssued e -> say("token", e.login(), e.name(), e.expiresOn());
            case AdministrationEvent.TokenRevoked e -> say("token-revoked", e.login(), e.name());
            case AdministrationEvent.DelegationGiven e ->
                say("delegated", e.login(), e.delegate(), role(e.role()), e.firstDay(), e.lastDay(), e.reason());
            case AdministrationEvent.DelegationEnded e ->
                say("delegation-ended", e.login(), e.delegate(), role(e.role()));
        };
    }

    private String rights(Rights rights) {
        String roles = rights.roles().stream().map(this::role).collect(Collectors.joining("、"));
        return say(
                "rights-of",
                roles.isEmpty() ? say("no-role") : roles,
                rights.scope().isEmpty() ? say("every-budget") : rights.scope(),
                rights.years().isEmpty() ? say("every-year") : rights.years());
    }

    private String role(Role role) {
        return messages.getMessage("role." + role.name(), new Object[0], locale);
    }

    /** Numbers and days as they are, not as a language would group them. */
    private String say(String key, Object... arguments) {
        Object[] plain = java.util.Arrays.stream(arguments).map(String::valueOf).toArray();
        return messages.getMessage("administration." + key, plain, locale);
    }
}
