package org.mingzhang.application.users;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.trail.AdministrationWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was recorded of accounts and sign-ins, newest first; for both administrators and the auditor. */
@Controller
class AdministrationPage {
    private static final int ON_ONE_PAGE = 100;
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
        List<Shown> events = to < 0
                ? List.of()
                : log.readStream(AdministrationEvent.STREAM, from).stream()
                        .takeWhile(event -> event.streamVersion() <= to)
                        .map(event -> shown(event, locale))
                        .toList()
                        .reversed();
        model.addAttribute("events", events);
        model.addAttribute("found", last + 1);
        model.addAttribute("nextPage", from > 0 && to >= 0 ? Optional.of(shown + 1) : Optional.empty());
        return "users/administration";
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
