package org.mingzhang.query.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The instant that somebody asks for, as it stands in the link: a position of the log, a day, or a time.
 *
 * @param word as it was typed; blank for now
 * @param effective whether a day is meant on the effective clock (what was in effect) instead of the recorded one (what was
 *     known)
 */
public record AsOf(String word, boolean effective) {
    public static final AsOf NOW = new AsOf("", false);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime LAST = LocalTime.MAX;

    /** A word that is no instant is a bad request, and so is a clock that cannot tell it. */
    public static AsOf read(Map<String, String> parameters) {
        String word = parameters.getOrDefault("asOf", "").strip();
        String clock = parameters.getOrDefault("clock", "recorded");
        if (!clock.equals("recorded") && !clock.equals("effective")) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "clock", clock);
        }
        AsOf asked = new AsOf(word, clock.equals("effective") && !word.isEmpty());
        if (asked.effective && asked.day().isEmpty()) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "effective-day", word);
        }
        if (!asked.now() && asked.position().isEmpty() && asked.instant().isEmpty()) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "instant", word);
        }
        return asked;
    }

    /** What the request of this thread asks for; only what is read has another instant than now. */
    public static AsOf ofRequest() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getMethod().equals("GET")) {
            Map<String, String> parameters = new HashMap<>();
            for (String name : new String[] {"asOf", "clock"}) {
                Optional.ofNullable(attributes.getRequest().getParameter(name))
                        .ifPresent(value -> parameters.put(name, value));
            }
            return read(parameters);
        }
        return NOW;
    }

    public boolean now() {
        return word.isEmpty();
    }

    public Optional<Long> position() {
        return word.matches("\\d{1,18}") ? Optional.of(Long.parseLong(word)) : Optional.empty();
    }

    public Optional<LocalDate> day() {
        try {
            return word.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(word)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The end of a day, or a time: of Shanghai unless it says otherwise. */
    public Optional<Instant> instant() {
        try {
            Optional<LocalDate> day = day();
            if (day.isPresent()) {
                return day.map(of -> of.atTime(LAST).atZone(SHANGHAI).toInstant());
            }
            if (!word.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*")) {
                return Optional.empty();
            }
            return Optional.of(
                    word.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                            ? OffsetDateTime.parse(word).toInstant()
                            : LocalDateTime.parse(word).atZone(SHANGHAI).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same as parameters of a link; blank for now. */
    public String parameters() {
        if (now()) {
            return "";
        }
        return UriComponentsBuilder.newInstance()
                        .queryParam("asOf", "{word}")
                        .encode()
                        .buildAndExpand(word)
                        .toUriString()
                        .substring(1)
                + (effective ? "&clock=effective" : "");
    }
}
