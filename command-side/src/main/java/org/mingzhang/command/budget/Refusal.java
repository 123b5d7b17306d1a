package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundType;

/** Why a command does not happen, with the numbers in it; the words are in the message bundles. */
public sealed interface Refusal {
    /** The lines of a fund would exceed its ceiling. */
    record CeilingExceeded(FundType fund, Amount ceiling, Amount drafted) implements Refusal {}
}
