package org.mingzhang.command.intake.book;

import java.util.List;

/** Everything that was sent in one go. */
public record RawBook(List<RawSheet> sheets) {}
