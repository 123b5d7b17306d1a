package org.mingzhang.query.execution;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.springframework.ui.Model;

/**
 * An approved project as its form shows it beside what was typed or drafted. A form says the whole project, so that what is
 * blank there is emptied; a program says only what changes, and the rest is shown as the project is.
 */
record ProjectOnForm(Project project, List<Indicator> indicators) {
    private static final Pattern ROW = Pattern.compile("indicators\\[(\\d{1,3})]\\..+");

    /** Adds to what was typed what it leaves as it is. */
    void complete(Model model) {
        if (model.getAttribute("typed") instanceof Map<?, ?> typed) {
            Map<String, String> fields = new TreeMap<>();
            typed.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
            boolean whole = fields.containsKey("whole");
            fields.putIfAbsent("description", whole ? "" : project.description());
            if (!whole && fields.keySet().stream().noneMatch(name -> row(name) >= 0)) {
                targets(fields);
            }
            model.addAttribute("typed", fields);
        }
    }

    private void targets(Map<String, String> fields) {
        for (int at = 0; at < indicators.size(); at++) {
            Indicator indicator = indicators.get(at);
            String row = "indicators[" + at + "].";
            fields.put(row + "level1", indicator.level1().name());
            fields.put(row + "level2", indicator.level2());
            fields.put(row + "name", indicator.name());
            fields.put(row + "target", indicator.target());
            fields.put(row + "note", indicator.note());
        }
    }

    /** How many rows of targets there are to show. */
    int rows(Model model) {
        int typed = model.getAttribute("typed") instanceof Map<?, ?> fields
                ? fields.keySet().stream()
                        .mapToInt(name -> row(String.valueOf(name)) + 1)
                        .max()
                        .orElse(0)
                : 0;
        return Math.max(indicators.size(), typed);
    }

    /** The row of a field; below zero for other fields. */
    private static int row(String name) {
        Matcher row = ROW.matcher(name);
        return row.matches() ? Integer.parseInt(row.group(1)) : -1;
    }
}
