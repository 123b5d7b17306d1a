package org.mingzhang.application.guilty.other;

import java.util.Optional;
import org.mingzhang.application.guilty.one.First;

/** Guilty on purpose: its package and that of {@link First} need each other. */
public record Second(Optional<First> next) {}
