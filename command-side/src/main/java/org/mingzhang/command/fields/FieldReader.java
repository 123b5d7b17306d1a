package org.mingzhang.command.fields;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.InvalidValueException;

/** Reads named fields into values and notes every one that cannot be read, instead of stopping at the first. */
public final class FieldReader {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Map<String, Sent> members;
    private final String path;
    private final List<UnreadableFields.Problem> problems;
    private final int before;
    private final FieldTrace trace;
    private final Set<String> asked = new HashSet<>();

    private FieldReader(
            Map<String, Sent> members, String path, List<UnreadableFields.Problem> problems, FieldTrace trace) {
        this.members = members;
        this.path = path;
        this.problems = problems;
        this.trace = trace;
        this.before = problems.size();
    }

    public static FieldReader of(Sent.Group group) {
        return of(group, FieldTrace.NONE);
    }

    /** One that tells what it is asked for. */
    public static FieldReader of(Sent.Group group, FieldTrace trace) {
        return new FieldReader(group.members(), "", new ArrayList<>(), trace);
    }

    /** A text that has to be there. */
    public Value<String> text(String name) {
        return value(name, Function.identity());
    }

    /** A text; empty when it is not there. */
    public String optionalText(String name) {
        Optional<String> text = sentText(name);
        trace.asked(path + name, false, text);
        return text.orElse("");
    }

    public <T> Value<T> value(String name, Function<String, T> parse) {
        Value<T> value = sentValue(name, parse);
        trace.asked(path + name, true, value.read());
        return value;
    }

    private <T> Value<T> sentValue(String name, Function<String, T> parse) {
        int problemsSoFar = problems.size();
        Optional<String> text = sentText(name).filter(sent -> !sent.isBlank());
        if (text.isPresent()) {
            return parsed(name, text.get(), parse);
        }
        if (problems.size() == problemsSoFar) {
            note(name, "request.field-missing", "");
        }
        return Value.unread();
    }

    public <T> Value<T> valueOr(T otherwise, String name, Function<String, T> parse) {
        Value<T> value = has(name) ? sentValue(name, parse) : asked(name, otherwise);
        trace.asked(path + name, false, has(name) ? value.read() : Optional.empty());
        return value;
    }

    public <T> Value<Optional<T>> optional(String name, Function<String, T> parse) {
        return valueOr(Optional.empty(), name, text -> Optional.of(parse.apply(text)));
    }

    /** Truth when it is {@code true}; a box that is not ticked is not sent. */
    public Value<Boolean> flag(String name) {
        return valueOr(false, name, Parse::truth);
    }

    /** {@code amountFen} in whole fen, or {@code amount} in the unit that {@code amountUnit} names. */
    public Value<Amount> amount() {
        if (has("amountFen")) {
            return value("amountFen", AmountUnit::fen);
        }
        return value("amount", unit("amountUnit")::parse);
    }

    /** The unit of the amounts beside it; 元 when it cannot be read, which has been noted then. */
    public AmountUnit unit(String name) {
        return value(name, AmountUnit::ofLabel).read().orElse(AmountUnit.YUAN);
    }

    /** The same for the rows of these lists; where {@code amountFen} stands in every one, it need not be said. */
    public AmountUnit unitOf(String name, String... lists) {
        List<Sent> rows = Stream.of(lists).flatMap(this::sentRows).toList();
        boolean fen = !rows.isEmpty()
                && rows.stream()
                        .allMatch(row -> row instanceof Sent.Group(Map<String, Sent> cells)
                                && cells.get("amountFen") instanceof Sent.Text(String text)
                                && !text.isBlank());
        return fen ? valueOr(AmountUnit.YUAN, name, AmountUnit::ofLabel).read().orElse(AmountUnit.YUAN) : unit(name);
    }

    private Stream<Sent> sentRows(String list) {
        return switch (members.getOrDefault(list, new Sent.Rows(List.of()))) {
            case Sent.Rows(List<Sent> rows) -> rows.stream();
            case Sent.Group(Map<String, Sent> group) -> group.values().stream();
            case Sent.Text ignored -> Stream.of();
        };
    }

    public boolean has(String name) {
        return members.containsKey(name) && !(members.get(name) instanceof Sent.Text(String text) && text.isBlank());
    }

    /** One value for each row of a list, in their order; an empty list when it was not sent. */
    public <T> Value<List<T>> each(String name, Function<FieldReader, Value<T>> reading) {
        List<Value<T>> values = new ArrayList<>();
        trace.asked(path + name, false, Optional.of(values));
        indexed(name).forEach((index, sent) -> {
            String row = path + name + "[" + index + "]";
            if (sent instanceof Sent.Group(Map<String, Sent> fields)) {
                values.add(reading.apply(new FieldReader(fields, row + ".", problems, trace)));
            } else {
                problems.add(new UnreadableFields.Problem(row, "request.not-an-object", ""));
                values.add(Value.unread());
            }
        });
        return values.stream().allMatch(value -> value.read().isPresent())
                ? Value.of(values.stream().map(Value::get).toList())
                : Value.unread();
    }

    /** Texts by number, such as {@code {"2": "…"}}. */
    public Map<Integer, String> numbered(String name) {
        Map<Integer, String> texts = new TreeMap<>();
        trace.asked(path + name, false, Optional.of(texts));
        indexed(name).forEach((number, sent) -> {
            if (sent instanceof Sent.Text(String text)) {
                texts.put(number, text);
            } else {
                note(name + "[" + number + "]", "request.not-text", "");
            }
        });
        return texts;
    }

    /** What is made of values read before; unread when one of this group's fields was, or when it refuses to be made. */
    public <T> Value<T> made(Supplier<T> making) {
        if (problems.size() > before) {
            return Value.unread();
        }
        try {
            return Value.of(making.get());
        } catch (InvalidValueException e) {
            note(FieldOfRule.field(e.rule()), e.rule(), e.text());
            return Value.unread();
        }
    }

    /** Notes every field that was sent and never asked for. */
    public void nothingElse() {
        members.keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> note(name, "request.field-unknown", name));
    }

    /** The outcome when everything could be read. */
    public <T> T finish(Value<T> outcome) {
        if (!problems.isEmpty()) {
            throw new UnreadableFields(problems);
        }
        return outcome.get();
    }

    /** Whether something was noted with a field of this group. */
    public boolean noted(String name) {
        return problems.stream().anyMatch(problem -> problem.field().equals(path + name));
    }

    /** Everything that was noted so far. */
    public List<UnreadableFields.Problem> problems() {
        return List.copyOf(problems);
    }

    public void note(String name, String rule, String text) {
        problems.add(new UnreadableFields.Problem(path + name, rule, text));
    }

    private <T> Value<T> asked(String name, T value) {
        asked.add(name);
        return Value.of(value);
    }

    private Optional<String> sentText(String name) {
        asked.add(name);
        Sent sent = members.getOrDefault(name, new Sent.Text(""));
        if (sent instanceof Sent.Text(String text)) {
            return Optional.of(text).filter(there -> !there.isEmpty());
        }
        note(name, "request.not-text", "");
        return Optional.empty();
    }

    private <T> Value<T> parsed(String name, String text, Function<String, T> parse) {
        try {
            return Value.of(parse.apply(text));
        } catch (InvalidValueException e) {
            note(name, e.rule(), e.text());
            return Value.unread();
        }
    }

    /** A list, or a group whose names are numbers, by number. */
    private Map<Integer, Sent> indexed(String name) {
        asked.add(name);
        Map<Integer, Sent> byIndex = new TreeMap<>();
        switch (members.getOrDefault(name, new Sent.Rows(List.of()))) {
            case Sent.Rows(List<Sent> rows) -> rows.forEach(row -> byIndex.put(byIndex.size(), row));
            case Sent.Group(Map<String, Sent> group) -> {
                if (group.keySet().stream()
                        .allMatch(number -> NUMBER.matcher(number).matches())) {
                    group.forEach((number, row) -> byIndex.put(Parse.count(number), row));
                } else {
                    note(name, "request.not-a-list", "");
                }
            }
            case Sent.Text(String text) -> note(name, "request.not-a-list", text);
        }
        return byIndex;
    }
}
