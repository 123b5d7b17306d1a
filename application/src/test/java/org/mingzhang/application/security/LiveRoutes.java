package org.mingzhang.application.security;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every address that the running application answers, as {@code METHOD pattern}. */
final class LiveRoutes {
    private LiveRoutes() {}

    static Set<String> of(ApplicationContext context) {
        Set<String> routes = new TreeSet<>(Set.of("POST /sign-in", "POST /sign-out")); // answered by filters
        Collection<HandlerMapping> mappings =
                context.getBeansOfType(HandlerMapping.class).values();
        for (HandlerMapping mapping : mappings) {
            switch (mapping) {
                case RequestMappingInfoHandlerMapping methods ->
                    methods.getHandlerMethods().keySet().stream()
                            .flatMap(LiveRoutes::of)
                            .forEach(routes::add);
                case AbstractUrlHandlerMapping files ->
                    files.getHandlerMap().keySet().forEach(pattern -> routes.add("GET " + pattern));
                case RouterFunctionMapping functions -> {
                    if (functions.getRouterFunction() != null) {
                        throw new AssertionError("router functions are not in the matrix");
                    }
                }
                default -> throw new AssertionError("not in the matrix: " + mapping.getClass());
            }
        }
        return routes;
    }

    private static Stream<String> of(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Stream<String> names =
                methods.isEmpty() ? Stream.of("GET") : methods.stream().map(RequestMethod::name);
        return names.flatMap(method -> info.getPatternValues().stream().map(pattern -> method + " " + pattern));
    }
}
