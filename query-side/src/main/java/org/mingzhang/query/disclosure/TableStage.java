package org.mingzhang.query.disclosure;

import java.util.Set;
import org.mingzhang.kernel.value.Stage;

/** Which budget a table shows, independently of the instant at which it is read; printed in every heading. */
public enum TableStage {
    INITIAL("initial", "年初预算"),
    ADJUSTED("adjusted", "调整后预算"),
    EXECUTED("executed", "执行数");

    private final String parameter;
    private final String label;

    TableStage(String parameter, String label) {
        this.parameter = parameter;
        this.label = label;
    }

    /** The word of the reading API: {@code basis=initial}. */
    public String parameter() {
        return parameter;
    }

    /** The words of the heading. */
    public String label() {
        return label;
    }

    /** The stages whose postings are summed. */
    public Set<Stage> summed() {
        return switch (this) {
            case INITIAL -> Set.of(Stage.INITIAL);
            case ADJUSTED -> Set.of(Stage.INITIAL, Stage.ADJUSTED);
            case EXECUTED -> Set.of(Stage.EXECUTED);
        };
    }
}
