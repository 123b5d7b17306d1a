package org.mingzhang.query.performance.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form tells of one statement.
 *
 * @param at the position at which it was stated; empty before anything was
 */
record StatedForm(Optional<Long> at, Map<String, String> words, List<Map<String, String>> indicators) {}
