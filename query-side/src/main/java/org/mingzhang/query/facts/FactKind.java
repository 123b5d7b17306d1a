package org.mingzhang.query.facts;

import java.util.Locale;

/** The kinds of dated rows. */
public enum FactKind {
    HEADER,
    PHASE,
    CEILING,
    UNIT,
    LINE,
    PROJECT,
    PROJECT_TARGETS,
    OVERALL_TARGETS,
    STATEMENT,
    COMPARATIVES,
    SECRECY_REVIEW,
    RELEASE,
    ADJUSTMENT,
    ADJUSTMENT_STEP,
    ADJUSTMENT_RULES,
    ADJUSTMENT_PROJECT,
    ADJUSTMENT_COUNTERPART,
    PROVISIONAL,
    FREEZE,
    CORRECTION,
    CARRY_OVER,
    CLOSING,
    ACCOUNTS,
    ATTACHMENT,
    FUNDS_SOURCE,
    FUNDS_STEP,
    MONITORING,
    SELF_EVALUATION;

    /** The stored word. */
    String stored() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
