package org.mingzhang.application.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks for the password only while there were not too many wrong ones. */
final class LimitedSignIn implements AuthenticationProvider {
    private final AuthenticationProvider passwords;
    private final SignInAttempts attempts;

    LimitedSignIn(AuthenticationProvider passwords, SignInAttempts attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String login = asked.getName();
        String machine = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (attempts.exhausted(login, machine)) {
            throw new LockedException("too many attempts");
        }
        try {
            Authentication found = passwords.authenticate(asked);
            if (found == null) {
                throw new BadCredentialsException("no answer");
            }
            attempts.succeeded(login);
            return found;
        } catch (BadCredentialsException e) {
            attempts.failed(login, machine);
            throw e;
        } catch (InternalAuthenticationServiceException e) {
            // who could not be looked up has not said anything wrong, and is not to be told so
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
