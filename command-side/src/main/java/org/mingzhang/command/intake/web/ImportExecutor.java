package org.mingzhang.command.intake.web;

import java.util.concurrent.Executor;

/** Runs imports beside the request that began them, as the same person; the application knows how. */
@FunctionalInterface
public interface ImportExecutor extends Executor {}
