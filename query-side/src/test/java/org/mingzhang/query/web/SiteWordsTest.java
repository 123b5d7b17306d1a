package org.mingzhang.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the site, in both languages. */
class SiteWordsTest {
    private static final Pattern LITERAL_KEY = Pattern.compile("#\\{([a-z0-9.-]+)[(}]");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(words("site_en").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(words("site").stringPropertyNames());
    }

    @Test
    void no_entry_is_blank_and_every_one_with_arguments_is_a_pattern() {
        for (String file : List.of("site", "site_en")) {
            words(file).forEach((key, text) -> {
                assertThat(text.toString()).as("%s in %s", key, file).isNotBlank();
                assertThat(new MessageFormat(text.toString(), Locale.ROOT)).isNotNull();
            });
        }
    }

    @Test
    void every_key_that_a_template_names_exists() throws IOException {
        Set<String> known = new TreeSet<>(words("site").stringPropertyNames());
        known.addAll(words("tables").stringPropertyNames());
        assertThat(known).containsAll(named());
    }

    private static Set<String> named() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path folder : List.of(
                Path.of("src/main/resources/templates"), Path.of("../application/src/main/resources/templates"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".html")).toList()) {
                    Matcher matcher = LITERAL_KEY.matcher(Files.readString(file));
                    while (matcher.find()) {
                        named.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(named).isNotEmpty();
        return named;
    }

    private static Properties words(String file) {
        Properties words = new Properties();
        try (InputStream in = SiteWordsTest.class.getResourceAsStream("/messages/" + file + ".properties")) {
            assertThat(in).as(file).isNotNull();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words;
    }
}
