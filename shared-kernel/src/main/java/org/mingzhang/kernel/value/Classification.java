package org.mingzhang.kernel.value;

import java.util.Optional;

/** Everything a line is counted under: the whole key by which tables, comparisons and explanations sum it. */
public sealed interface Classification {
    UnitCode unit();

    FundType fund();

    YearSource source();

    /**
     * Money that is spent.
     *
     * @param appropriated whether it is 财政拨款 of this year, printed as 其中; an attribute of the line, because what
     *     it covers differs between places (classification.md)
     * @param function a 项 of the functional classification
     * @param project empty for 基本支出, present for 项目支出
     */
    record Expenditure(
            UnitCode unit,
            FunctionCode function,
            ProjectCategory category,
            Optional<ProjectCode> project,
            DeptEconomicCode deptEconomic,
            GovEconomicCode govEconomic,
            FundType fund,
            YearSource source,
            boolean appropriated)
            implements Classification {
        public Expenditure {
            if (category.isProjectExpenditure() != project.isPresent()) {
                throw new InvalidValueException(
                        project.isPresent() ? "line.basic-with-project" : "line.project-missing",
                        project.map(ProjectCode::value).orElse(category.label()));
            }
            if (appropriated && (fund != FundType.GENERAL_PUBLIC || source != YearSource.CURRENT)) {
                throw new InvalidValueException("line.not-appropriable", fund.label() + " " + source.label());
            }
        }

        /** What of it is spent in a later year: all alike, but out of carry-over, which is no appropriation of that year. */
        public Expenditure carriedOver() {
            return new Expenditure(
                    unit, function, category, project, deptEconomic, govEconomic, fund, YearSource.CARRY_OVER, false);
        }
    }

    /** Money that comes in; carried-over money has the source {@link YearSource#CARRY_OVER}. */
    record Revenue(UnitCode unit, RevenueSource revenue, YearSource source, boolean appropriated)
            implements Classification {
        public Revenue {
            boolean possible = revenue == RevenueSource.GENERAL_PUBLIC && source == YearSource.CURRENT;
            if (appropriated && !possible) {
                throw new InvalidValueException("line.not-appropriable", revenue.label() + " " + source.label());
            }
        }

        @Override
        public FundType fund() {
            return revenue.fund();
        }
    }
}
