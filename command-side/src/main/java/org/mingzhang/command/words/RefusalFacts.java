package org.mingzhang.command.words;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mingzhang.command.budget.Refusal;

/**
 * Key and named arguments of a refusal, read off its record, so that no refusal can be added without them.
 *
 * <p>A test lists all keys and arguments: they are what API clients see.
 */
public final class RefusalFacts {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("toString", "hashCode", "equals");

    private RefusalFacts() {}

    /** Such as {@code ceiling-exceeded}. */
    public static String key(Refusal refusal) {
        return key(refusal.getClass());
    }

    /** The key of a kind of refusal. */
    public static String key(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The components of the record and what its other methods answer, by name. */
    public static Map<String, Object> arguments(Refusal refusal) {
        Map<String, Object> arguments = new TreeMap<>();
        for (Method method : refusal.getClass().getDeclaredMethods()) {
            if (isArgument(method)) {
                arguments.put(method.getName(), answer(method, refusal));
            }
        }
        return arguments;
    }

    static boolean isArgument(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getParameterCount() == 0
                && !OF_EVERY_OBJECT.contains(method.getName());
    }

    private static Object answer(Method method, Refusal refusal) {
        try {
            return method.invoke(refusal);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + method, e);
        }
    }
}
