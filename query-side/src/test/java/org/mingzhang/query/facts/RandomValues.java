package org.mingzhang.query.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.YearSource;

/** Codes, amounts and words by chance; keys are few, so that they meet. */
final class RandomValues {
    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    Random random() {
        return random;
    }

    String word(String stem) {
        return stem + random.nextInt(100);
    }

    <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    Amount amount() {
        return new Amount(random.nextInt(1_000_000));
    }

    LineKey lineKey(String side) {
        return new LineKey(side + random.nextInt(5));
    }

    UnitCode unitCode() {
        return new UnitCode("10300" + random.nextInt(1, 4));
    }

    ProjectCode projectCode() {
        return new ProjectCode("41120025000" + random.nextInt(3));
    }

    Project project() {
        return new Project(projectCode(), word("项目"), ProjectCategory.OTHER_OPERATIONS, unitCode(), word("说明"));
    }

    List<Indicator> indicators() {
        List<Indicator> indicators = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            indicators.add(new Indicator(pick(IndicatorLevel.values()), "", word("指标"), "≥95%", ""));
        }
        return indicators;
    }

    Classification.Expenditure expenditure() {
        boolean project = random.nextInt(3) == 0;
        FundType fund = pick(FundType.values());
        YearSource source = pick(YearSource.values());
        boolean appropriable = fund == FundType.GENERAL_PUBLIC && source == YearSource.CURRENT;
        return new Classification.Expenditure(
                unitCode(),
                new FunctionCode(random.nextBoolean() ? "2010301" : "2080505"),
                project ? ProjectCategory.OTHER_OPERATIONS : ProjectCategory.OPERATING,
                project ? Optional.of(projectCode()) : Optional.empty(),
                new DeptEconomicCode(random.nextBoolean() ? "30201" : "30211"),
                new GovEconomicCode("50201"),
                fund,
                source,
                appropriable && random.nextBoolean());
    }

    Classification.Revenue received() {
        RevenueSource from = pick(RevenueSource.printed().toArray(RevenueSource[]::new));
        YearSource source = pick(YearSource.values());
        boolean appropriable = from == RevenueSource.GENERAL_PUBLIC && source == YearSource.CURRENT;
        return new Classification.Revenue(unitCode(), from, source, appropriable && random.nextBoolean());
    }

    /** Of any stage, often under several classifications, sometimes cancelling each other. */
    List<Posting> postings(LineKey key, boolean revenue) {
        List<Posting> postings = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Classification of = revenue ? received() : expenditure();
            Amount delta = new Amount(random.nextInt(-3, 4) * 100L);
            Stage stage = random.nextBoolean() ? Stage.INITIAL : pick(Stage.values());
            postings.add(new Posting(key, of, stage, delta, RandomHistory.DAY.plusDays(random.nextInt(90)), ""));
        }
        return postings;
    }
}
