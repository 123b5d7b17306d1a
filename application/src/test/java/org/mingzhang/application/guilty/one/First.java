package org.mingzhang.application.guilty.one;

import java.util.Optional;
import org.mingzhang.application.guilty.other.Second;

/** Guilty on purpose: its package and that of {@link Second} need each other. */
public record First(Optional<Second> next) {}
