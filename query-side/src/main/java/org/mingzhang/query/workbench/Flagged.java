package org.mingzhang.query.workbench;

import java.util.List;

/**
 * A hint about documents of one budget.
 *
 * @param documents their numbers, in order
 * @param arguments of its sentence {@code flags.says.…}, in yuan where they are money; the numbers of the documents follow
 *     them
 */
record Flagged(FlagKind kind, List<Integer> documents, List<String> arguments) {
    Flagged {
        documents = documents.stream().sorted().distinct().toList();
        arguments = List.copyOf(arguments);
    }

    static Flagged of(FlagKind kind, List<FlagCase> cases, Object... arguments) {
        return new Flagged(
                kind,
                cases.stream().map(FlagCase::number).toList(),
                List.of(arguments).stream().map(Object::toString).toList());
    }
}
