package org.mingzhang.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ImportWordsTest {
    @Test
    void both_languages_have_the_same_words_with_the_same_arguments() throws IOException {
        Properties chinese = words("/messages/intake.properties");
        Properties english = words("/messages/intake_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(chinese.getProperty(key)).getFormatsByArgumentIndex());
        }
    }

    @Test
    void every_verdict_has_a_word() throws IOException {
        Properties words = words("/messages/intake.properties");

        for (Verdict verdict : Verdict.values()) {
            assertThat(words.stringPropertyNames()).contains("verdict." + verdict);
        }
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(ImportWordsTest.class.getResourceAsStream(file));
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
