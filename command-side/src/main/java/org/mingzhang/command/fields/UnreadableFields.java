package org.mingzhang.command.fields;

import java.util.List;

/** Named fields that cannot be read, with everything that is wrong with them. */
public final class UnreadableFields extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public UnreadableFields(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One field that cannot be read.
     *
     * @param rule a rule of {@link org.mingzhang.kernel.value.InvalidValueException}, or one that begins with {@code
     *     request.}
     * @param text what was sent
     */
    public record Problem(String field, String rule, String text) {}
}
