package org.mingzhang.kernel.value;

/**
 * One reason against a command, as it is stored.
 *
 * @param command index inside a batch; 0 for a single command
 * @param field the part of the command it is about; empty for the whole
 * @param key stable name of the rule, such as {@code ceiling-exceeded}
 * @param facts what the rule compared, as a JSON object
 */
public record Objected(int command, String field, String key, String facts) {}
