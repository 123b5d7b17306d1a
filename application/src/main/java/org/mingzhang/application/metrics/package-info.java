/**
 * What an operator can watch: how fast the log is written and what its answers were, as Micrometer meters, which
 * administrators take from {@code /actuator/prometheus}. Nothing is sent anywhere; whoever wants the figures asks.
 */
@NullMarked
package org.mingzhang.application.metrics;

import org.jspecify.annotations.NullMarked;
