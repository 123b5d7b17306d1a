package org.mingzhang.query.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Basis;

/**
 * One entry of the trail in the language of whoever reads it.
 *
 * @param at when it was recorded, as it is read in Shanghai
 * @param kind the stored name of the event
 * @param kindName what that is called
 * @param refused whether it was only tried
 * @param channel by which way it came, and {@code address} from which network address; blank where nobody knows
 * @param command what was handed in; blank for what was no command; and {@code commandName} what that is called
 * @param sentence what happened, without who did it
 * @param whole the same with who did it and when
 * @param adjustment number of the document in its budget
 * @param tried what a command said that was refused, as JSON; blank for others, and where that was too long to keep
 */
public record TrailEntry(
        long position,
        UUID eventId,
        UUID commandId,
        Instant recordedAt,
        String at,
        LocalDate effective,
        String kind,
        String kindName,
        String group,
        String stream,
        String about,
        boolean refused,
        Who who,
        String channel,
        String address,
        String command,
        String commandName,
        List<Basis> documents,
        String reason,
        List<Change> changes,
        String sentence,
        String whole,
        Optional<Integer> adjustment,
        String tried) {
    static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    /**
     * Who did it.
     *
     * @param forLogin and {@code forName} the person who delegated; blank where nobody did
     */
    public record Who(String login, String name, String role, String roleName, String forLogin, String forName) {}

    /** What it was before, in one text. */
    public String before() {
        return sides(Change::before);
    }

    public String after() {
        return sides(Change::after);
    }

    /** By how much amounts changed. */
    public String difference() {
        return sides(Change::difference);
    }

    public String documentNumbers() {
        return documents.stream()
                .map(one -> one.documentNumber() + "《" + one.title() + "》")
                .collect(Collectors.joining("；"));
    }

    private String sides(Function<Change, String> side) {
        return changes.stream()
                .filter(change -> !side.apply(change).isEmpty())
                .map(change -> change.what() + " " + side.apply(change))
                .collect(Collectors.joining("；"));
    }
}
