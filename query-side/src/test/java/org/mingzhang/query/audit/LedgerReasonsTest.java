package org.mingzhang.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class LedgerReasonsTest {
    private final LedgerReasons reasons = new LedgerReasons(words());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the checkpoint is not signed by city.example",
                "the checkpoint counts 12 events, the log has 9",
                "the events up to position 9 are not those of the checkpoint",
                "the events up to position 9 do not give the root that the log states",
                "position 7 was changed: what it says does not give its hash",
                "position 7 is missing",
                "the events from position 3 up to position 7 are not those of the checkpoint, although each gives its own hash",
                "what the log states of its tree is no tree's",
                "the key is missing in the folder of the ledger",
                "the checkpoint is too long",
                "broken.txt is there, and empty",
                "java.io.IOException: another node holds the lock of the ledger's folder: x",
                "java.nio.file.AccessDeniedException: key",
                "the note has no signatures",
                "a checkpoint has three lines, this has 1",
                "the third line is Base64 in another form"
            })
    void every_reason_is_said_in_chinese_and_in_english(String said) {
        assertThat(reasons.of(said, Locale.SIMPLIFIED_CHINESE)).matches(".*[\\u4e00-\\u9fff].*");
        assertThat(reasons.of(said, Locale.ENGLISH)).matches("[A-Z].*").doesNotMatch(".*[\\u4e00-\\u9fff].*");
    }

    @Test
    void several_that_were_found_one_after_another_keep_their_numbers_and_times() {
        assertThat(reasons.of(
                        "2026-11-26T21:00:00Z position 1234 was changed: what it says does not give its hash; "
                                + "2026-11-26T22:00:00Z the checkpoint counts 12000 events, the log has 9",
                        Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("2026-11-26T21:00:00Z：位置 1234 的事件被改动：内容得不出它的哈希。"
                        + " 2026-11-26T22:00:00Z：检查点计有 12000 个事件，账本只有 9 个：末尾缺失。");
    }

    @Test
    void what_nobody_foresaw_is_shown_as_it_was_said() {
        assertThat(reasons.of("something else", Locale.SIMPLIFIED_CHINESE)).isEqualTo("something else");
    }

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("messages/site");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        return words;
    }
}
