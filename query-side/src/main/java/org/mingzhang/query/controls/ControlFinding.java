package org.mingzhang.query.controls;

import java.util.List;

/**
 * Something that does not hold.
 *
 * @param position of the event after which it did not
 * @param word name of its sentence
 * @param arguments numbers and names in the sentence, in yuan where they are money
 */
public record ControlFinding(Control control, long position, String stream, String word, List<String> arguments) {
    public ControlFinding {
        arguments = List.copyOf(arguments);
    }
}
