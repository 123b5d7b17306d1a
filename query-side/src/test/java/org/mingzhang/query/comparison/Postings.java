package org.mingzhang.query.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification.Expenditure;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.query.facts.PostingTrail.Posted;

/** Invented money of an invented department, and how its units and projects go on. */
final class Postings {
    private static final DivisionCode DIVISION = new DivisionCode("411200");
    private static final Basis BASIS = new Basis("三编〔2025〕3号", "机构调整", "编办", LocalDate.of(2025, 9, 1), true);

    private Postings() {}

    static Movement personnel(int year, long fen) {
        return of("103001", ProjectCategory.PERSONNEL, year, fen);
    }

    static Movement operating(int year, long fen) {
        return of("103001", ProjectCategory.OPERATING, year, fen);
    }

    static Movement project(int year, String code, long fen) {
        return movement(year, "103001", ProjectCategory.SPECIFIC_PURPOSE, Optional.of(code), YearSource.CURRENT, fen);
    }

    static Movement of(String unit, ProjectCategory category, int year, long fen) {
        return movement(year, unit, category, Optional.empty(), YearSource.CURRENT, fen);
    }

    static Movement adjusted(String project, long fen) {
        return movement(
                2025,
                "103001",
                ProjectCategory.SPECIFIC_PURPOSE,
                Optional.of(project),
                YearSource.CURRENT,
                Stage.ADJUSTED,
                fen);
    }

    static Movement movement(
            int year, String unit, ProjectCategory category, Optional<String> project, YearSource source, long fen) {
        return movement(year, unit, category, project, source, Stage.INITIAL, fen);
    }

    private static Movement movement(
            int year,
            String unit,
            ProjectCategory category,
            Optional<String> project,
            YearSource source,
            Stage stage,
            long fen) {
        Expenditure money = new Expenditure(
                new UnitCode(unit),
                new FunctionCode("2010301"),
                category,
                project.map(ProjectCode::new),
                new DeptEconomicCode("30201"),
                new GovEconomicCode("50201"),
                FundType.GENERAL_PUBLIC,
                source,
                source == YearSource.CURRENT);
        return Movement.of(
                BudgetId.parse("411200-" + unit.substring(0, 3) + "-" + year),
                new Posted(1, new LineKey("L1"), money, stage, new Amount(fen), LocalDate.of(year, 1, 1), ""));
    }

    static Succession goesOn(SuccessionKind kind, String before, int from, Successor... after) {
        return new Succession(kind, before, List.of(after), new FiscalYear(from), BASIS);
    }

    static Crosswalk crosswalk(Succession... all) {
        Crosswalk crosswalk = Crosswalk.none();
        Actor actor = Actor.of("a", "a", Role.BUDGET_OFFICE);
        for (Succession one : all) {
            crosswalk =
                    crosswalk.evolve(new Envelope<>(new UUID(0, 1), actor, LocalDate.of(2025, 12, 1), (CrosswalkEvent)
                            new CrosswalkEvent.UnitMerged(DIVISION, crosswalk.nextNumber(), one)));
        }
        return crosswalk;
    }
}
