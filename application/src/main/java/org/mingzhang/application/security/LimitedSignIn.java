package org.mingzhang.application.security;

import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.SignInWay;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks for the password only while there were not too many wrong ones, and keeps a record of those. */
final class LimitedSignIn implements AuthenticationProvider {
    /** So that a crowd of attempts at once is not a crowd of guesses before the first is counted. */
    private static final int AT_ONCE = SignInAttempts.ALLOWED_BY_LOGIN;

    private final AuthenticationProvider passwords;
    private final SignInAttempts attempts;
    private final SignInRecord record;
    private final Semaphore[] turns =
            Stream.generate(() -> new Semaphore(AT_ONCE)).limit(256).toArray(Semaphore[]::new);

    LimitedSignIn(AuthenticationProvider passwords, SignInAttempts attempts, SignInRecord record) {
        this.passwords = passwords;
        this.attempts = attempts;
        this.record = record;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Semaphore turn = turns[Math.floorMod(asked.getName().hashCode(), turns.length)];
        turn.acquireUninterruptibly();
        try {
            return inTurn(asked);
        } finally {
            turn.release();
        }
    }

    private Authentication inTurn(Authentication asked) {
        String login = asked.getName();
        Origin origin = origin(asked);
        if (attempts.exhausted(login, origin.address())) {
            record.count(origin);
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
            SignInWay way = origin.channel() == Origin.Channel.API ? SignInWay.BASIC : SignInWay.PASSWORD;
            record.failed(login, way, attempts.failed(login, origin.address()), origin);
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

    private static Origin origin(Authentication asked) {
        boolean program = asked.getDetails() instanceof ProgramDetails;
        String machine = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        return new Origin(program ? Origin.Channel.API : Origin.Channel.PAGE, machine);
    }
}
