package org.mingzhang.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Budgets of which a page shows something though its address does not name them, such as a list of what was found. */
public final class Shown {
    private static final String NAME = Shown.class.getName();

    private Shown() {}

    /** Says so of the request that is being answered. */
    public static void budgets(Collection<String> budgets) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null && !budgets.isEmpty()) {
            Set<String> all = new LinkedHashSet<>(known(request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST)));
            all.addAll(budgets);
            request.setAttribute(NAME, all, RequestAttributes.SCOPE_REQUEST);
        }
    }

    public static Set<String> budgets(HttpServletRequest request) {
        return known(request.getAttribute(NAME));
    }

    private static Set<String> known(@Nullable Object attribute) {
        Set<String> known = new LinkedHashSet<>();
        if (attribute instanceof Set<?> some) {
            some.forEach(one -> known.add(String.valueOf(one)));
        }
        return known;
    }
}
