package org.mingzhang.query.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.SampleFacts;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.TableTemplate;

/** What the tables of two states say differently, amounts and words. */
class CellDifferenceTest {
    private static final List<TableTemplate> TEMPLATES =
            TableCatalogue.shipped().templates();

    private final BudgetFacts before = SampleFacts.load();

    @Test
    void the_same_facts_differ_nowhere() {
        assertThat(CellDifference.between(TEMPLATES, before, SampleFacts.load()))
                .isEmpty();
        assertThat(TargetDifference.between(before, SampleFacts.load())).isEmpty();
    }

    @Test
    void an_amount_differs_in_every_cell_that_counts_it_to_the_fen() {
        List<LineFact> lines = new ArrayList<>(before.expenditure());
        LineFact first = lines.getFirst();
        lines.set(
                0,
                new LineFact(
                        first.key(),
                        first.ordinal(),
                        first.classification(),
                        first.amount().plus(new Amount(1))));
        List<CellDifference> differences =
                CellDifference.between(TEMPLATES, before, with(lines, before.projectTargets()));
        assertThat(differences).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.difference()).contains(new Amount(1));
            assertThat(cell.afterAmount().orElseThrow())
                    .isEqualTo(cell.beforeAmount().orElseThrow().plus(new Amount(1)));
        });
        assertThat(differences).extracting(CellDifference::table).contains(1, 3, 5);
    }

    @Test
    void a_row_that_is_gone_has_had_its_amounts() {
        List<LineFact> lines = new ArrayList<>(before.expenditure());
        LineFact last = lines.removeLast();
        List<CellDifference> differences =
                CellDifference.between(TEMPLATES, before, with(lines, before.projectTargets()));
        assertThat(differences)
                .filteredOn(cell -> cell.difference().isPresent())
                .extracting(cell -> cell.difference().orElseThrow())
                .contains(last.amount().negated());
    }

    @Test
    void a_target_differs_in_its_words_and_names_its_project() {
        Map<ProjectCode, List<Indicator>> targets = new LinkedHashMap<>(before.projectTargets());
        ProjectCode project = targets.keySet().iterator().next();
        List<Indicator> changed = new ArrayList<>(targets.get(project));
        Indicator first = changed.getFirst();
        changed.set(0, new Indicator(first.level1(), first.level2(), first.name(), "≥99%", first.note()));
        targets.put(project, changed);
        BudgetFacts after = with(before.expenditure(), targets);
        assertThat(CellDifference.between(TEMPLATES, before, after))
                .isNotEmpty()
                .allSatisfy(cell -> {
                    assertThat(cell.table()).isEqualTo(12);
                    assertThat(cell.difference()).isEmpty();
                })
                .anySatisfy(cell -> assertThat(cell.after()).contains("≥99%"));
        assertThat(TargetDifference.between(before, after)).singleElement().satisfies(target -> {
            assertThat(target.project()).isEqualTo(project.value());
            assertThat(target.after()).startsWith("≥99%");
        });
    }

    private BudgetFacts with(List<LineFact> expenditure, Map<ProjectCode, List<Indicator>> targets) {
        return new BudgetFacts(
                before.header(),
                before.position(),
                before.basis(),
                before.units(),
                expenditure,
                before.revenue(),
                before.projects(),
                targets,
                before.overallTargets(),
                before.statements());
    }
}
