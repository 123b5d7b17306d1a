package org.mingzhang.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.FundType;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What the sheet of a draft says of ceilings. */
class CeilingLeftTest {
    private static final Ceiling CEILING = new Ceiling(
            Map.of(FundType.GENERAL_PUBLIC, Amount.ofYuan(100)), Amount.ZERO, Amount.ofYuan(20), Amount.ofYuan(5));

    @Test
    void limits_are_named_in_the_language_of_the_page_and_without_a_unit_that_the_head_says() {
        assertThat(named(Locale.SIMPLIFIED_CHINESE))
                .contains("一般公共预算", "其中：因公出国（境）费", "其中：公务用车购置及运行费", "其中：公务接待费")
                .noneMatch(name -> name.contains("元"));
        assertThat(named(Locale.ENGLISH))
                .contains("general public budget", "of these: official vehicles", "of these: hospitality")
                .noneMatch(name -> name.contains("yuan"))
                .allMatch(name -> name.matches("\\p{ASCII}+"));
    }

    private static List<String> named(Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/site");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return CeilingLeft.limits(Optional.of(CEILING), word -> messages.getMessage(word, null, locale)).stream()
                .map(CeilingLeft.Limit::label)
                .toList();
    }
}
