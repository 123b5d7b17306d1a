package org.mingzhang.command.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.command.budget.CodeKind;
import org.mingzhang.command.budget.LineSide;
import org.mingzhang.command.budget.Phase;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.command.budget.ThreePublicItem;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;

class RefusalWordsTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    static Stream<Class<?>> refusals() {
        return Stream.of(Refusal.class.getPermittedSubclasses())
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void each_refusal_has_words_in_both_languages_that_ask_only_for_its_arguments(Class<?> refusal) {
        Set<String> arguments = Stream.of(refusal.getDeclaredMethods())
                .filter(RefusalFacts::isArgument)
                .map(method -> method.getName())
                .collect(Collectors.toSet());
        for (Locale language : LANGUAGES) {
            String words = Bundle.in(language)
                    .find("refusal." + RefusalFacts.key(refusal))
                    .orElse("");
            assertThat(words).as("words for %s in %s", refusal, language).isNotBlank();
            assertThat(arguments).containsAll(asked(words));
        }
    }

    @Test
    void both_languages_have_the_same_keys_and_no_key_is_left_over() {
        Set<String> chinese = keys(Locale.SIMPLIFIED_CHINESE);

        assertThat(keys(Locale.ENGLISH)).isEqualTo(chinese);
        assertThat(chinese.stream().filter(key -> key.startsWith("refusal.")))
                .containsExactlyInAnyOrderElementsOf(refusals()
                        .map(type -> "refusal." + RefusalFacts.key(type))
                        .toList());
    }

    @Test
    void the_two_languages_name_the_same_arguments() {
        ResourceBundle chinese = Bundle.in(Locale.SIMPLIFIED_CHINESE).words();
        ResourceBundle english = Bundle.in(Locale.ENGLISH).words();

        for (String key : chinese.keySet()) {
            if (key.startsWith("refusal.")) {
                assertThat(asked(english.getString(key))).as(key).isEqualTo(asked(chinese.getString(key)));
            }
        }
    }

    @Test
    void each_choice_has_a_word() {
        List<Enum<?>> choices = new ArrayList<>();
        Stream.of(
                        Role.values(),
                        Phase.values(),
                        FundType.values(),
                        YearSource.values(),
                        ProjectCategory.values(),
                        IndicatorLevel.values(),
                        UnitNature.values(),
                        CodeKind.values(),
                        LineSide.values(),
                        ThreePublicItem.values())
                .forEach(values -> choices.addAll(List.of(values)));
        for (Locale language : LANGUAGES) {
            assertThat(choices)
                    .allSatisfy(choice ->
                            assertThat(RefusalWords.in(language).word(choice)).isNotBlank());
        }
    }

    @Test
    void each_rule_that_the_values_name_has_words() throws IOException {
        Set<String> rules = rulesOfTheKernel();

        assertThat(rules).hasSizeGreaterThan(40);
        for (Locale language : LANGUAGES) {
            RefusalWords words = RefusalWords.in(language);
            assertThat(rules)
                    .allSatisfy(rule -> assertThat(words.ofRule(rule, "甲")).isNotBlank());
        }
    }

    @Test
    void the_numbers_are_printed_in_wan_yuan() {
        Refusal refusal = new Refusal.CeilingExceeded(
                FundType.GENERAL_PUBLIC, Amount.ofYuan(1_000_000), Amount.ofYuan(1_250_000));

        assertThat(RefusalWords.in(Locale.SIMPLIFIED_CHINESE).of(refusal))
                .isEqualTo("一般公共预算控制数为 100.00万元，已编 125.00万元，超出 25.00万元。");
        assertThat(RefusalWords.in(Locale.ENGLISH).of(refusal))
                .isEqualTo(
                        "The ceiling of the general public budget is 1,000,000.00 yuan; drafted are 1,250,000.00 yuan,"
                                + " over by 250,000.00 yuan.");
    }

    @Test
    void a_difference_that_wan_yuan_would_hide_is_printed_exactly() {
        Refusal refusal =
                new Refusal.CeilingExceeded(FundType.GENERAL_PUBLIC, Amount.ofYuan(1_000_000), new Amount(100_000_001));

        assertThat(RefusalWords.in(Locale.SIMPLIFIED_CHINESE).of(refusal))
                .isEqualTo("一般公共预算控制数为 100.00万元，已编 100.00万元（1,000,000.01元），超出 0.00万元（0.01元）。");
    }

    @Test
    void several_choices_are_listed_in_their_own_order() {
        Refusal refusal = new Refusal.PhaseNotAllowed(Phase.APPROVED, Set.of(Phase.FIRST_DOWN, Phase.PREPARING));

        assertThat(RefusalWords.in(Locale.SIMPLIFIED_CHINESE).of(refusal)).isEqualTo("预算目前处于“已批复”阶段，此事只能在“编制、一下”阶段办理。");
    }

    @Test
    void a_missing_text_is_named_by_its_field() {
        assertThat(RefusalWords.in(Locale.SIMPLIFIED_CHINESE).of(new InvalidValueException("basis.number.missing", "")))
                .isEqualTo("文号必须填写。");
    }

    @Test
    void what_was_typed_cannot_ask_for_arguments() {
        assertThat(RefusalWords.in(Locale.SIMPLIFIED_CHINESE)
                        .of(new InvalidValueException("amount.not-a-number", "{over} $1")))
                .startsWith("“{over} $1”不是金额");
    }

    private static Set<String> asked(String words) {
        return Pattern.compile("\\{([a-zA-Z]+)}")
                .matcher(words)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Locale language) {
        return Bundle.in(language).words().keySet();
    }

    /** Every rule named in the sources of the kernel; rules about texts in their three endings. */
    private static Set<String> rulesOfTheKernel() throws IOException {
        Set<String> rules = new TreeSet<>();
        Pattern texts = Pattern.compile("(?:Texts\\.(?:required|optional)|Statement\\.texts)\\(\\s*\"([^\"]+)\"");
        Pattern named = Pattern.compile("(?:InvalidValueException|Code\\.matching)\\([^\"]*?\"([a-z][a-z0-9.-]+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("../shared-kernel/src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                named.matcher(text).results().forEach(found -> rules.add(found.group(1)));
                texts.matcher(text)
                        .results()
                        .flatMap(found -> Stream.of(".missing", ".too-long", ".control-character")
                                .map(end -> found.group(1) + end))
                        .forEach(rules::add);
            }
        }
        return rules;
    }
}
