package org.mingzhang.query.disclosure;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.Stage;

/** Which measure a table shows; independent of the instant as of which it is read (final accounts need all three). */
public enum TableBasis {
    INITIAL("initial", "年初预算", EnumSet.of(Stage.INITIAL)),
    ADJUSTED("adjusted", "调整后预算", EnumSet.of(Stage.INITIAL, Stage.ADJUSTED)),
    EXECUTED("executed", "执行数", EnumSet.of(Stage.EXECUTED));

    private final String key;
    private final String label;
    private final Set<Stage> stages;

    TableBasis(String key, String label, Set<Stage> stages) {
        this.key = key;
        this.label = label;
        this.stages = stages;
    }

    /** The word used in links. */
    public String key() {
        return key;
    }

    /** The words printed in headings. */
    public String label() {
        return label;
    }

    /** The stages whose postings are summed. */
    public Set<Stage> stages() {
        return EnumSet.copyOf(stages);
    }

    public static Optional<TableBasis> ofKey(String key) {
        return Arrays.stream(values()).filter(basis -> basis.key.equals(key)).findFirst();
    }
}
