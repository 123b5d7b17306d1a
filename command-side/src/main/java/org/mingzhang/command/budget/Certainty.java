package org.mingzhang.command.budget;

/** Whether the source of a rule was seen. */
public enum Certainty {
    CONFIRMED,
    UNCONFIRMED;

    static Certainty of(boolean confirmed) {
        return confirmed ? CONFIRMED : UNCONFIRMED;
    }
}
