package org.mingzhang.command.web;

import java.util.List;

/** A request whose fields cannot be read, with everything that is wrong with it. */
final class UnreadableRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    UnreadableRequest(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }

    /**
     * One field that cannot be read.
     *
     * @param rule a rule of {@link org.mingzhang.kernel.value.InvalidValueException}, or one that begins with {@code
     *     request.}
     * @param text what was sent
     */
    record Problem(String field, String rule, String text) {}
}
