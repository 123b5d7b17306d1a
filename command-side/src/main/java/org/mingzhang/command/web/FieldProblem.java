package org.mingzhang.command.web;

import java.util.Map;

/**
 * What is wrong with one field of a request, in the reader's words.
 *
 * @param field the field's name, such as {@code amount} or {@code indicators[2].name}; empty for the whole request
 * @param key stable key of the problem, such as {@code ceiling-exceeded} or {@code amount.not-a-number}
 * @param arguments the numbers in it as printed, by name
 */
public record FieldProblem(String field, String key, String words, Map<String, String> arguments) {}
