package org.mingzhang.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Every choice about a table has a word in both languages. */
class TableWordsTest {
    @Test
    void both_languages_have_the_same_keys_and_no_blank_words() throws IOException {
        Properties chinese = bundle("/messages/tables.properties");
        Properties english = bundle("/messages/tables_en.properties");
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(chinese.values())
                .allSatisfy(word -> assertThat((String) word).isNotBlank());
        assertThat(english.values())
                .allSatisfy(word -> assertThat((String) word).isNotBlank());
    }

    @Test
    void stages_and_kinds_of_rows_are_all_named() throws IOException {
        Properties chinese = bundle("/messages/tables.properties");
        for (TableBasis basis : TableBasis.values()) {
            assertThat(chinese.getProperty("table.basis." + basis.key())).isEqualTo(basis.label());
        }
        assertThat(Arrays.stream(Table.RowKind.values())
                        .map(kind -> "table.row." + kind.name().toLowerCase(Locale.ROOT)))
                .allSatisfy(key -> assertThat(chinese.getProperty(key)).isNotNull());
    }

    private static Properties bundle(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(TableWordsTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
