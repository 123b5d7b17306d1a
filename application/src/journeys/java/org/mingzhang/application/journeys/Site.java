package org.mingzhang.application.journeys;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives journeys a browser {@link Page} on which nobody is signed in, and the {@link Visit} that all journeys of a run
 * share: {@code @ExtendWith(Site.class)} and parameters of these types.
 */
final class Site implements ParameterResolver {
    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(Site.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == Page.class || type == Visit.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Visit visit = test.getRoot().getStore(SHARED).computeIfAbsent(Visit.class, key -> Visit.begin(), Visit.class);
        return parameter.getParameter().getType() == Page.class ? visit.page() : visit;
    }
}
