package org.mingzhang.command.axon;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.command.budget.LedgerCommand;

/** Every kind of command: Axon routes by class name, so each permitted record is subscribed. */
final class CommandTypes {
    private CommandTypes() {}

    static List<Class<?>> all() {
        return leaves(LedgerCommand.class).toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(CommandTypes::leaves);
    }
}
