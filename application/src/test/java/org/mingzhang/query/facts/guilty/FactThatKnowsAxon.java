package org.mingzhang.query.facts.guilty;

import org.axonframework.eventhandling.EventMessage;

/** Guilty on purpose: Axon stays at the edge. */
record FactThatKnowsAxon(EventMessage<?> message) {}
