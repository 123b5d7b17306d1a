package org.mingzhang.query.comparison;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.Stage;

/** Which measure of each year is compared. */
public enum ComparedStage {
    /** 年初预算数, with which published texts compare. */
    INITIAL(EnumSet.of(Stage.INITIAL)),
    ADJUSTED(EnumSet.of(Stage.INITIAL, Stage.ADJUSTED)),
    EXECUTED(EnumSet.of(Stage.EXECUTED)),
    /** 决算数: what was executed, of years whose final accounts have been replied to. */
    FINAL(EnumSet.of(Stage.EXECUTED));

    private final Set<Stage> stages;

    ComparedStage(Set<Stage> stages) {
        this.stages = stages;
    }

    /** The word used in links. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stages whose postings are summed. */
    Set<Stage> stages() {
        return EnumSet.copyOf(stages);
    }

    /** Whether a release tells it, and not only final accounts. */
    boolean told() {
        return this == INITIAL || this == ADJUSTED;
    }

    static Optional<ComparedStage> ofKey(String key) {
        return Arrays.stream(values()).filter(stage -> stage.key().equals(key)).findFirst();
    }
}
