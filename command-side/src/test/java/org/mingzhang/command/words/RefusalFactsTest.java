package org.mingzhang.command.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundType;

class RefusalFactsTest {
    /** API clients tell refusals apart by these: a line may be added, never changed. */
    @Test
    void keys_and_arguments_are_what_the_list_says() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("src/test/resources/refusals.txt"));

        assertThat(RefusalWordsTest.refusals().map(RefusalFactsTest::line).sorted())
                .containsExactlyElementsOf(listed);
    }

    @Test
    void what_is_derived_is_an_argument_too() {
        Refusal refusal = new Refusal.CeilingExceeded(FundType.GENERAL_PUBLIC, Amount.ofYuan(100), Amount.ofYuan(125));

        assertThat(RefusalFacts.key(refusal)).isEqualTo("ceiling-exceeded");
        assertThat(RefusalFacts.arguments(refusal))
                .isEqualTo(Map.of(
                        "fund", FundType.GENERAL_PUBLIC,
                        "ceiling", Amount.ofYuan(100),
                        "drafted", Amount.ofYuan(125),
                        "over", Amount.ofYuan(25)));
    }

    private static String line(Class<?> refusal) {
        String arguments = Stream.of(refusal.getDeclaredMethods())
                .filter(RefusalFacts::isArgument)
                .map(method -> method.getName())
                .sorted()
                .collect(Collectors.joining(" "));
        return (RefusalFacts.key(refusal) + " " + arguments).strip();
    }
}
