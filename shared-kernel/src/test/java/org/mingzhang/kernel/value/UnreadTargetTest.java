package org.mingzhang.kernel.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that look like a number and are not read as one: told what was read and how to write it, and kept. */
class UnreadTargetTest {
    @ParameterizedTest
    @CsvSource({
        "≥九十五%, '', ≥95%",
        "95%-, '', 95%",
        "≥ 95 ％ 以上, '', ≥95%",
        "95%以上, '', ≥95%",
        "100万元/年?, '', 100万元/年",
        "100次以上, 次以上, ≥100次",
        "５０万元以内, 万元以内, ≤50万元",
        "三十次左右, '', 30次",
        "百分之九十五点, '', 95%",
        "百分之95, '', 95%",
        "十二万元, '', 12万元",
        "≥, '', ''",
        "约30次/季, '', 30次/季",
        "至少2项, '', 2项",
        "2025年12月, '', ''",
        "30-20天, '', ''",
        "1.2.3%, '', ''",
    })
    void is_told_what_was_read_and_how_to_write_it(String text, String read, String write) {
        assertThat(UnreadTarget.of(text)).contains(new UnreadTarget(read, write));
        assertThat(TargetValue.parse(text).rawText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"≥95%", "及时", "明显提升", "13.2万元", "1次/季", "第一季度", "一直保持", "两会保障", "2025年12月底前", "三公经费合规", "44318"})
    void what_is_read_or_does_not_look_like_a_number_is_left_alone(String text) {
        assertThat(UnreadTarget.of(text)).isEmpty();
    }

    @Property(tries = 2_000)
    void any_text_is_answered_and_what_is_proposed_is_read(
            @ForAll
                    @StringLength(max = 16)
                    @CharRange(from = '0', to = '9')
                    @Chars({
                        '≥', '≤', '%', '％', '.', ',', '-', '/', '万', '元', '以', '上', '九', '十', '百', '分', '之', '次', '年',
                        ' ', '?'
                    })
                    String text) {
        UnreadTarget.of(text)
                .map(UnreadTarget::write)
                .filter(write -> !write.isEmpty())
                .ifPresent(write -> {
                    assertThat(TargetValue.parse(write)).isNotInstanceOf(TargetValue.Words.class);
                    assertThat(UnreadTarget.of(write)).as(write).isEmpty();
                });
    }
}
