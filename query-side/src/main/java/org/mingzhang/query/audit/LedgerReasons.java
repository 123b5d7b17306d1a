package org.mingzhang.query.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What speaks against the ledger, in the language of whoever reads it.
 *
 * <p>The ledger and its verifier say it in English, because their sentences stand in files and on terminals; pages are
 * for people who may not read that. What is not known here is shown as it was said.
 */
@Component
public final class LedgerReasons {
    private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z) (.+)");
    private static final List<Reason> REASONS = List.of(
            new Reason("not-signed", "the checkpoint is not signed by (.+)"),
            new Reason("more-events", "the checkpoint counts (\\d+) events, the log has (\\d+)"),
            new Reason("other-events", "the events up to position (\\d+) are not those of the checkpoint"),
            new Reason("other-root", "the events up to position (\\d+) do not give the root that the log states"),
            new Reason("changed", "position (\\d+) was changed: .+"),
            new Reason("missing", "position (\\d+) is missing"),
            new Reason("other-between", "the events from position (\\d+) up to position (\\d+) are not those of .+"),
            new Reason("no-tree", "what the log states of its tree is no tree's"),
            new Reason("no-key", "the key is missing in the folder of the ledger"),
            new Reason("too-long", "the checkpoint is too long"),
            new Reason("mark", "broken.txt is there, .+"),
            new Reason(
                    "file",
                    "(?:java\\.[a-z.]+\\.)?(?:IO|UncheckedIO|NoSuchFile|AccessDenied|FileSystem)Exception: (.+)"),
            new Reason(
                    "unreadable",
                    "((?:the note|a signature line|a checkpoint|the (?:second|third) line|the origin"
                            + "|the size|the key|the hash algorithm) .+)"));

    private final MessageSource messages;

    LedgerReasons(MessageSource messages) {
        this.messages = messages;
    }

    private record Reason(String word, Pattern said) {
        Reason(String word, String said) {
            this(word, Pattern.compile(said));
        }
    }

    /** Of one sentence or of several, each perhaps with the time at which it was found. */
    public String of(String said, Locale locale) {
        return Stream.of(said.split("; ")).map(one -> sentence(one, locale)).collect(Collectors.joining(" "));
    }

    private String sentence(String said, Locale locale) {
        Matcher dated = DATED.matcher(said);
        return dated.matches()
                ? words("at", locale, dated.group(1), undated(dated.group(2), locale))
                : undated(said, locale);
    }

    private String undated(String said, Locale locale) {
        return REASONS.stream()
                .flatMap(reason ->
                        matched(reason, said).map(found -> words(reason.word, locale, groups(found))).stream())
                .findFirst()
                .orElse(said);
    }

    private static Optional<MatchResult> matched(Reason reason, String said) {
        Matcher matcher = reason.said.matcher(said);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static Object[] groups(MatchResult found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .toArray();
    }

    private String words(String word, Locale locale, Object... arguments) {
        return messages.getMessage("ledger.reason." + word, arguments, locale);
    }
}
