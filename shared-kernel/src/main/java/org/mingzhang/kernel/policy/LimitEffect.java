package org.mingzhang.kernel.policy;

/** What follows when a limit is reached. */
public enum LimitEffect {
    /** Nothing: so a division takes a built-in limit away. */
    NONE,
    /** Is shown and recorded. */
    WARN,
    /** The submitter has to say why nevertheless. */
    ACKNOWLEDGE,
    /** The document has to pass more stations. */
    DEMAND,
    /** The document is refused. */
    STOP
}
