package org.mingzhang.application.users;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.trail.AdministrationWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What was recorded of accounts and sign-ins, newest first; for both administrators and the auditor. */
@Controller
class AdministrationPage {
    private static final int ON_ONE_PAGE = 100;

    /** So many are fetched while a file is written. */
    private static final int AT_ONCE = 1000;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final EventLog log;
    private final MessageSource messages;

    AdministrationPage(EventLog log, MessageSource messages) {
        this.log = log;
        this.messages = messages;
    }

    /** @param address network address of where it was done; empty for the program itself */
    record Shown(long position, String at, String who, String what, String address) {}

    @GetMapping("/administration")
    String administration(@RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        long last = log.streamVersion(AdministrationEvent.STREAM);
        long shown = Math.max(1, page);
        long to = last - (shown - 1) * ON_ONE_PAGE;
        long from = Math.max(0, to - ON_ONE_PAGE + 1);
        List<Shown> events = between(from, to, locale);
        model.addAttribute("events", events);
        model.addAttribute("found", last + 1);
        model.addAttribute("nextPage", from > 0 && to >= 0 ? Optional.of(shown + 1) : Optional.empty());
        return "users/administration";
    }

    @GetMapping(path = "/administration", params = "format")
    View file(@RequestParam GridFormat format, Locale locale) {
        long last = log.streamVersion(AdministrationEvent.STREAM);
        Iterable<Shown> newestFirst = () -> LongStream.rangeClosed(0, last / AT_ONCE)
                .map(portion -> last - portion * AT_ONCE)
                .boxed()
                .flatMap(to -> between(Math.max(0, to - AT_ONCE + 1), to, locale).stream())
                .iterator();
        return AdministrationGrids.RECORD.file("mingzhang", newestFirst, format);
    }

    /** Newest first. */
    private List<Shown> between(long from, long to, Locale locale) {
        return to < 0
                ? List.of()
                : log.readStream(AdministrationEvent.STREAM, from, Math.toIntExact(to - from + 1)).stream()
                        .map(event -> shown(event, locale))
                        .toList()
                        .reversed();
    }

    private Shown shown(RecordedEvent event, Locale locale) {
        AdministrationEvent what = (AdministrationEvent) event.envelope().message();
        return new Shown(
                event.position(),
                MOMENT.format(event.recordedAt()),
                event.envelope().actor().displayName(),
                new AdministrationWords(messages, locale).of(what),
                what.origin().address());
    }
}
