package org.mingzhang.query.trail;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.query.web.AskedAmiss;
import org.springframework.http.HttpStatus;

/** Makes a filter of a question, or says in words what is wrong with it. */
final class AskedTrail {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 300;
    private static final BigDecimal FEN = new BigDecimal(100);
    private static final Set<String> KINDS = kinds();

    private final Map<String, String> asked;

    private AskedTrail(Map<String, String> asked) {
        this.asked = asked;
    }

    /**
     * The filter that is meant.
     *
     * @param lastUntil the last position that was recorded by an instant
     * @param named the adjustments that have exactly a number or title
     * @param within what whoever asks may see; empty for everything
     */
    static TrailFilter filter(
            TrailQuestion question,
            ToLongFunction<Instant> lastUntil,
            Function<String, Set<String>> named,
            Optional<TrailFilter.Within> within) {
        AskedTrail asked = new AskedTrail(question.conditions());
        Optional<Instant> from = asked.time("from", false);
        Optional<Instant> to = asked.time("to", true);
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw amiss(
                    "trail-order",
                    asked.text("from").orElse(""),
                    asked.text("to").orElse(""));
        }
        OptionalLong fewest = asked.fen("amountFrom");
        OptionalLong most = asked.fen("amountTo");
        if (fewest.isPresent() && most.isPresent() && fewest.getAsLong() > most.getAsLong()) {
            throw amiss(
                    "trail-amounts",
                    asked.text("amountFrom").orElse(""),
                    asked.text("amountTo").orElse(""));
        }
        return new TrailFilter(
                from.map(instant -> lastUntil.applyAsLong(instant.minusNanos(1)))
                        .orElse(0L),
                to.map(lastUntil::applyAsLong).orElse(Long.MAX_VALUE),
                asked.text("kind").map(AskedTrail::known),
                asked.plain("person"),
                asked.plain("unit"),
                asked.plain("code"),
                fewest,
                most,
                asked.document(named),
                asked.text("budget"),
                asked.text("outcome").map(AskedTrail::outcome),
                asked.words(),
                within);
    }

    /** The position before which is to be looked; that of the question, or one behind the last. */
    static long before(TrailQuestion question, long last) {
        String before = question.asked().get("before");
        if (before == null) {
            return last + 1;
        }
        if (!before.matches("\\d{1,18}")) {
            throw amiss("trail-before", shortened(before));
        }
        return Math.min(Long.parseLong(before), last + 1);
    }

    private Optional<String> text(String name) {
        Optional<String> text = Optional.ofNullable(asked.get(name));
        text.filter(said -> said.length() > LONGEST).ifPresent(said -> {
            throw amiss("trail-long", shortened(said));
        });
        return text;
    }

    private Optional<String> plain(String name) {
        return text(name).map(TrailTexts::plain).filter(said -> !said.isEmpty());
    }

    /** By a part of its number or title, or by its id; a number alone is also that of an adjustment of the budget beside it. */
    private Optional<NamedDocument> document(Function<String, Set<String>> named) {
        return text("document").map(said -> {
            Set<String> ids =
                    NamedDocument.ids(TrailTexts.plain(said), text("budget").orElse(""));
            String plain = TrailTexts.plain(said);
            if (NamedDocument.isId(plain) || (!ids.isEmpty() && plain.length() < TrailTexts.SHORTEST)) {
                return new NamedDocument("", ids);
            }
            String part = word(said);
            Set<String> both = new TreeSet<>(named.apply(part));
            both.addAll(ids);
            return new NamedDocument(part, both);
        });
    }

    private List<String> words() {
        return text("q").map(TrailTexts::words).orElse(List.of()).stream()
                .map(AskedTrail::word)
                .toList();
    }

    private static String word(String said) {
        String plain = TrailTexts.plain(said);
        if (plain.codePointCount(0, plain.length()) < TrailTexts.SHORTEST) {
            throw amiss("trail-word", said);
        }
        return plain;
    }

    private Optional<Instant> time(String name, boolean end) {
        return text(name).map(said -> {
            try {
                return instant(said, end);
            } catch (DateTimeException e) {
                throw amiss("trail-time", shortened(said));
            }
        });
    }

    /** A day, a minute or a second is meant from its beginning, or to its end. */
    private static Instant instant(String said, boolean end) {
        if (said.indexOf('T') < 0) {
            LocalDate day = LocalDate.parse(said);
            return (end ? day.plusDays(1) : day)
                    .atStartOfDay(SHANGHAI)
                    .toInstant()
                    .minusNanos(end ? 1 : 0);
        }
        if (said.endsWith("Z")) {
            return Instant.parse(said);
        }
        Duration unit =
                said.chars().filter(one -> one == ':').count() > 1 ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
        Instant begin = LocalDateTime.parse(said).atZone(SHANGHAI).toInstant();
        return end ? begin.plus(unit).minusNanos(1) : begin;
    }

    private OptionalLong fen(String name) {
        Optional<String> said = text(name);
        if (said.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            String plain = said.get().replace(",", "").replace("，", "");
            return OptionalLong.of(new BigDecimal(plain).abs().multiply(FEN).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw amiss("trail-amount", shortened(said.get()));
        }
    }

    private static String known(String kind) {
        if (!KINDS.contains(kind)) {
            throw amiss("trail-kind", shortened(kind));
        }
        return kind;
    }

    private static TrailKeys.Outcome outcome(String said) {
        return Arrays.stream(TrailKeys.Outcome.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(said))
                .findFirst()
                .orElseThrow(() -> amiss("trail-outcome", shortened(said)));
    }

    private static Set<String> kinds() {
        Set<String> kinds = new HashSet<>();
        EventName.types().keySet().forEach(name -> kinds.add(name.name()));
        Arrays.stream(TrailGroup.values()).forEach(group -> kinds.add(group.word()));
        return kinds;
    }

    private static String shortened(String said) {
        return said.length() <= 60 ? said : said.substring(0, 60) + "…";
    }

    private static AskedAmiss amiss(String words, Object... arguments) {
        return new AskedAmiss(HttpStatus.BAD_REQUEST, words, arguments);
    }
}
