package org.mingzhang.ledger.axon;

import org.axonframework.common.IdentifierFactory;
import org.mingzhang.ledger.identity.Identities;

/** Lets Axon name its messages in the order of time; found by its name in {@code META-INF/services}. */
public final class MessageIdentities extends IdentifierFactory {
    @Override
    public String generateIdentifier() {
        return Identities.next().toString();
    }
}
