package org.mingzhang.query.disclosure;

import java.util.List;
import org.mingzhang.kernel.value.AmountUnit;

/**
 * One cell of a table's head with the cells below it.
 *
 * @param pattern the label; the unit of money is written <code>{unit}</code>
 * @param key the path of labels joined by {@code /}, without the unit of money
 * @param children empty over a column
 */
public record HeadNode(String pattern, String key, List<HeadNode> children) {
    private static final String UNIT = "{unit}";

    public HeadNode {
        children = List.copyOf(children);
    }

    public String label(AmountUnit unit) {
        return labelled(pattern, unit);
    }

    /** How many columns lie under it. */
    public int width() {
        return children.isEmpty()
                ? 1
                : children.stream().mapToInt(HeadNode::width).sum();
    }

    /** How many rows of the head it and what is below it need. */
    public int depth() {
        return 1 + children.stream().mapToInt(HeadNode::depth).max().orElse(0);
    }

    static String labelled(String pattern, AmountUnit unit) {
        return pattern.replace(UNIT, unit.label());
    }
}
