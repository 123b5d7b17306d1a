package org.mingzhang.application.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese words of a page that no element says to be Chinese, so that they are the site's own words and not data. */
public final class ChineseOutside {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>");
    private static final Pattern LANG = Pattern.compile("\\slang=\"([^\"]*)\"");
    private static final Pattern READ = Pattern.compile("\\s(aria-label|placeholder|title|alt)=\"([^\"]*)\"");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}[^<]*");

    /** Of Chinese writing; in an English sentence only Chinese words have it. */
    private static final Pattern FULL_WIDTH = Pattern.compile("[（）：；，。！？]");

    private static final Set<String> VOID = Set.of("input", "br", "hr", "img", "meta", "link", "col", "wbr", "source");
    private static final Set<String> UNREAD = Set.of("script", "style", "title", "textarea");

    private ChineseOutside() {}

    private record Open(String name, String language) {}

    /** Each piece of text, or attribute that is read aloud, of a page whose tags are closed; in a title nothing can be marked. */
    public static List<String> of(String page) {
        List<String> found = new ArrayList<>();
        walk(page, HAN, found, new ArrayList<>());
        return found;
    }

    /** Each piece of Chinese text that an element says to be Chinese. */
    public static List<String> marked(String page) {
        List<String> marked = new ArrayList<>();
        walk(page, HAN, new ArrayList<>(), marked);
        return marked;
    }

    /** Each piece of text that no element says to be Chinese and that is punctuated as Chinese is. */
    public static List<String> punctuated(String page) {
        List<String> found = new ArrayList<>();
        walk(page, FULL_WIDTH, found, new ArrayList<>());
        return found;
    }

    /** With whatever was left open within it. */
    private static void shut(Deque<Open> open, String name) {
        boolean within = open.stream().anyMatch(one -> one.name.equals(name));
        while (within) {
            within = !open.pop().name.equals(name);
        }
    }

    private static void walk(String page, Pattern looked, List<String> found, List<String> marked) {
        Deque<Open> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(page);
        int after = 0;
        while (tags.find()) {
            text(page.substring(after, tags.start()), looked, open, found, marked);
            after = tags.end();
            String name = tags.group(2).toLowerCase(Locale.ROOT);
            if (!tags.group(1).isEmpty()) {
                shut(open, name);
                continue;
            }
            String language = language(tags.group(3)).orElseGet(() -> language(open));
            attributes(tags.group(3), looked, language, found);
            if (!VOID.contains(name) && !tags.group(3).endsWith("/")) {
                open.push(new Open(name, language));
            }
        }
    }

    private static Optional<String> language(String attributes) {
        Matcher said = LANG.matcher(attributes);
        return said.find() ? Optional.of(said.group(1)) : Optional.empty();
    }

    private static String language(Deque<Open> open) {
        return open.isEmpty() ? "" : open.peek().language;
    }

    private static void text(String text, Pattern looked, Deque<Open> open, List<String> found, List<String> marked) {
        boolean unread = !open.isEmpty() && UNREAD.contains(open.peek().name);
        if (!unread && looked.matcher(text).find()) {
            (language(open).startsWith("zh") ? marked : found).add(text.strip());
        }
    }

    private static void attributes(String attributes, Pattern looked, String language, List<String> found) {
        Matcher read = READ.matcher(attributes);
        while (read.find()) {
            if (!language.startsWith("zh") && looked.matcher(read.group(2)).find()) {
                found.add(read.group(1) + "=" + read.group(2));
            }
        }
    }
}
