package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.SupplementSource;

/** Against every set of sources looked at one by one, which is slow and plainly right. */
class KeptPurposesTest {
    private static final int CASES = 3_000;
    private static final List<String> FUNCTIONS = List.of("201", "20103", "2010301", "2010302");
    private static final List<ProjectCode> PROJECTS = List.of(Scene.HOTLINE, AdjustmentScene.NETWORK);
    private static final List<FundType> FUNDS = List.of(FundType.GENERAL_PUBLIC, FundType.GOVERNMENT_FUND);

    @Test
    void something_is_lost_exactly_where_some_sources_have_given_more_than_is_left_for_them() {
        Random random = new Random(7);
        int lost = 0;
        for (int number = 0; number < CASES; number++) {
            List<KeptPurposes.Given> given = new ArrayList<>();
            for (int source = random.nextInt(5); source >= 0; source--) {
                given.add(new KeptPurposes.Given(source(random), Amount.ofYuan(random.nextInt(1, 10))));
            }
            Map<Classification.Expenditure, Amount> lines = new HashMap<>();
            for (int line = random.nextInt(8); line >= 0; line--) {
                lines.put(money(random), Amount.ofYuan(random.nextInt(-2, 12)));
            }
            List<KeptPurposes.Lost> found = new KeptPurposes(given, lines).lost();
            assertThat(found.isEmpty()).as(given + " on " + lines).isEqualTo(keepsAll(given, lines));
            found.forEach(one -> {
                assertThat(one.given().exceeds(one.left())).isTrue();
                assertThat(one.left()).isEqualTo(left(one.purposes(), lines));
            });
            lost += found.size();
        }
        assertThat(lost).isBetween(CASES / 10, CASES * 2);
    }

    private static boolean keepsAll(List<KeptPurposes.Given> given, Map<Classification.Expenditure, Amount> lines) {
        for (int some = 1; some < 1 << given.size(); some++) {
            List<FundsSource> sources = new ArrayList<>();
            Amount sum = Amount.ZERO;
            for (int at = 0; at < given.size(); at++) {
                if ((some >> at & 1) == 1) {
                    sources.add(given.get(at).source());
                    sum = sum.plus(given.get(at).amount());
                }
            }
            if (sum.exceeds(left(sources, lines))) {
                return false;
            }
        }
        return true;
    }

    private static Amount left(List<FundsSource> sources, Map<Classification.Expenditure, Amount> lines) {
        return Amount.sum(lines.entrySet().stream()
                .filter(line -> sources.stream()
                        .anyMatch(source -> source.fund() == line.getKey().fund() && source.serves(line.getKey())))
                .map(Map.Entry::getValue)
                .filter(amount -> !amount.isNegative())
                .toList());
    }

    private static FundsSource source(Random random) {
        boolean ofProject = random.nextBoolean();
        Optional<FunctionCode> function = ofProject && random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(new FunctionCode(FUNCTIONS.get(random.nextInt(FUNCTIONS.size()))));
        return new FundsSource(
                SupplementSource.TRANSFER,
                "专项" + random.nextInt(100),
                FUNDS.get(random.nextInt(8) / 7),
                "",
                function,
                ofProject ? Optional.of(PROJECTS.get(random.nextInt(PROJECTS.size()))) : Optional.empty(),
                false,
                Optional.empty(),
                approval());
    }

    private static Classification.Expenditure money(Random random) {
        Classification.Expenditure some = random.nextBoolean()
                ? AdjustmentScene.network()
                : AdjustmentScene.hotlineOf("3020" + random.nextInt(1, 8));
        Optional<ProjectCode> project = random.nextInt(3) == 0 ? Optional.empty() : some.project();
        return new Classification.Expenditure(
                some.unit(),
                new FunctionCode(random.nextBoolean() ? "2010301" : "2010302"),
                project.isPresent() ? some.category() : ProjectCategory.OPERATING,
                project,
                some.deptEconomic(),
                some.govEconomic(),
                FUNDS.get(random.nextInt(8) / 7),
                some.source(),
                false);
    }
}
