package org.mingzhang.application.security;

import java.util.Optional;
import java.util.UUID;
import org.mingzhang.query.web.Visitor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * As whom somebody wants to act.
 *
 * @param role name of one of their roles, of the session or of this request
 * @param delegation the one that the session acts by
 * @param principal login of whom a program acts for in this request
 * @param carried who acts, where that was found out by the request that began this work
 */
record Choice(Optional<String> role, Optional<UUID> delegation, Optional<String> principal, Optional<Visitor> carried) {
    private static final String ROLE = Choice.class.getName() + ".role";
    private static final String DELEGATION = Choice.class.getName() + ".delegation";
    private static final String IGNORED = Choice.class.getName() + ".ignored";
    private static final ThreadLocal<Visitor> CARRIED = new ThreadLocal<>();

    static Choice ofThisRequest() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            Optional<String> asked = header(request, "Mingzhang-Role");
            return new Choice(
                    asked.or(() -> kept(request, ROLE).map(Object::toString)),
                    kept(request, DELEGATION).map(UUID.class::cast),
                    header(request, "Mingzhang-On-Behalf-Of"),
                    Optional.empty());
        }
        return new Choice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.ofNullable(CARRIED.get()));
    }

    /** From now on this request is their own again, so that it can be answered that it named something else. */
    static void ignoreHeaders() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            request.getRequest().setAttribute(IGNORED, true);
        }
    }

    /** For this session from now on, in the own name. */
    static void role(org.mingzhang.kernel.value.Role role) {
        keep(ROLE, role.name());
        forgetDelegation();
    }

    static void delegation(UUID delegation) {
        keep(DELEGATION, delegation);
    }

    static void forgetDelegation() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            request.removeAttribute(DELEGATION, RequestAttributes.SCOPE_SESSION);
        }
    }

    /** The same work, done later by another thread as the person who asks now. */
    static Runnable carrying(Optional<Visitor> visitor, Runnable work) {
        return () -> {
            visitor.ifPresent(CARRIED::set);
            try {
                work.run();
            } finally {
                CARRIED.remove();
            }
        };
    }

    private static void keep(String name, Object value) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            request.setAttribute(name, value, RequestAttributes.SCOPE_SESSION);
        }
    }

    private static Optional<Object> kept(ServletRequestAttributes request, String name) {
        return Optional.ofNullable(request.getAttribute(name, RequestAttributes.SCOPE_SESSION));
    }

    private static Optional<String> header(ServletRequestAttributes request, String name) {
        return request.getRequest().getAttribute(IGNORED) == null
                ? Optional.ofNullable(request.getRequest().getHeader(name))
                : Optional.empty();
    }
}
