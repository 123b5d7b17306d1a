package org.mingzhang.application.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code openapi/operations.yaml}. */
final class Operations {
    private static final String FILE = "/openapi/operations.yaml";

    private final Map<String, Operation> byAddress = new LinkedHashMap<>();
    private int order;

    private Operations() {}

    /** By address, in the order of the file. */
    static Map<String, Operation> read() {
        Operations operations = new Operations();
        try (InputStream in = Operations.class.getResourceAsStream(FILE)) {
            Object file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            ((List<?>) file).forEach(one -> operations.add(map(one)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return operations.byAddress;
    }

    private void add(Map<String, Object> entry) {
        String address = text(entry, "operation");
        Map<Integer, String> answers = new HashMap<>();
        map(entry.getOrDefault("answers", Map.of()))
                .forEach((status, words) -> answers.put(Integer.parseInt(status), words.toString()));
        byAddress.put(address, new Operation(address, text(entry, "zh"), text(entry, "en"), answers, List.of()));
        for (Object one : (List<?>) entry.getOrDefault("examples", List.of())) {
            Map<String, Object> example = map(one);
            String of = String.valueOf(example.getOrDefault("operation", address));
            Operation known = byAddress.get(of);
            if (known == null) {
                throw new IllegalStateException(FILE + ": an example before its operation " + of);
            }
            byAddress.put(of, known.and(List.of(example(example))));
        }
    }

    private Operation.Example example(Map<String, Object> example) {
        return new Operation.Example(
                ++order,
                Optional.ofNullable(example.get("as")).map(String::valueOf),
                map(example.getOrDefault("path", Map.of())),
                map(example.getOrDefault("query", Map.of())),
                map(example.getOrDefault("headers", Map.of())),
                map(example.getOrDefault("files", Map.of())),
                map(example.getOrDefault("workbook", Map.of())),
                Optional.ofNullable(example.get("body")),
                Integer.parseInt(text(example, "status")),
                Optional.ofNullable(example.get("keeps")).map(String::valueOf));
    }

    private static String text(Map<String, Object> entry, String name) {
        Object value = entry.get(name);
        if (value == null) {
            throw new IllegalStateException(FILE + ": " + name + " is missing in " + entry);
        }
        return value.toString();
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, member) -> map.put(String.valueOf(name), member));
        return map;
    }
}
