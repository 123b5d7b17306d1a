package org.mingzhang.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;

/** Whatever is budgeted, the tables agree with each other to the fen. */
class ChecksHoldTest {
    private static final List<String> FUNCTIONS =
            codes(Classifications.shipped().functional().validIn(InventedFacts.YEAR), 7);
    private static final List<String> ECONOMIC =
            codes(Classifications.shipped().deptEconomic().validIn(InventedFacts.YEAR), 5);
    private static final List<String> BASIC =
            ECONOMIC.stream().filter(code -> code.matches("30[123]..|310..")).toList();

    @Property(tries = 150)
    void every_check_holds_for_any_department(@ForAll long seed, @ForAll @IntRange(max = 120) int lines) {
        Checks.hold(new FilledTables(facts(new Random(seed), lines), Scope.DEPARTMENT));
    }

    @Property(tries = 60)
    void every_check_holds_for_each_unit_alone(@ForAll long seed, @ForAll @IntRange(max = 80) int lines) {
        BudgetFacts facts = facts(new Random(seed), lines);
        for (BudgetUnit unit : facts.units()) {
            Checks.hold(new FilledTables(facts, Scope.of(unit.code())));
        }
    }

    @Property(tries = 60)
    void units_sum_to_the_department_to_the_fen(@ForAll long seed, @ForAll @IntRange(max = 100) int lines) {
        BudgetFacts facts = facts(new Random(seed), lines);
        FilledTables department = new FilledTables(facts, Scope.DEPARTMENT);
        List<FilledTables> units = facts.units().stream()
                .map(unit -> new FilledTables(facts, Scope.of(unit.code())))
                .toList();
        for (Table table : department.all()) {
            for (Table.Row row : table.rows()) {
                boolean ownersRow = row.key().equals("901") && (table.number() == 2 || table.number() == 12);
                for (Table.Column column : table.columns()) {
                    if (!ownersRow && table.amount(row.key(), column.key()).isPresent()) {
                        long sum = units.stream()
                                .mapToLong(unit -> unit.fen(table.number(), inUnit(row.key(), unit), column.key()))
                                .sum();
                        assertThat(sum)
                                .as("%s %s %s", table.number(), row.key(), column.key())
                                .isEqualTo(department.fen(table.number(), row.key(), column.key()));
                    }
                }
            }
        }
    }

    @Property(tries = 40)
    void any_amount_is_explained_by_lines_that_sum_to_it(@ForAll long seed, @ForAll @IntRange(max = 60) int lines) {
        Random random = new Random(seed);
        BudgetFacts facts = facts(random, lines);
        for (TableTemplate template : FilledTables.CATALOGUE.templates()) {
            Table table = Tabulator.fill(template, facts, Scope.DEPARTMENT);
            if (!table.rows().isEmpty()) {
                Table.Row row = table.rows().get(random.nextInt(table.rows().size()));
                table.columns()
                        .forEach(column -> table.amount(row.key(), column.key())
                                .ifPresent(amount -> explained(template, facts, row.key(), column.key(), amount)));
            }
        }
    }

    private static void explained(TableTemplate template, BudgetFacts facts, String row, String column, Amount amount) {
        List<LineFact> behind = Tabulator.explain(template, facts, Scope.DEPARTMENT, row, column);
        assertThat(Amount.sum(behind.stream().map(LineFact::amount).toList())).isEqualTo(amount);
        Set<LineKey> once = new HashSet<>();
        behind.forEach(line -> assertThat(once.add(line.key())).isTrue());
    }

    /** Rows of the whole begin with its code, in a unit's table with the unit's. */
    private static String inUnit(String row, FilledTables unit) {
        boolean unitRow = row.startsWith("901/901");
        return !unitRow && (row.equals("901") || row.startsWith("901/")) ? unit.owner() + row.substring(3) : row;
    }

    private static BudgetFacts facts(Random random, int lines) {
        InventedFacts facts = new InventedFacts();
        List<String> projects = new ArrayList<>();
        int units = 1 + random.nextInt(4);
        for (int i = 1; i <= units; i++) {
            String unit = "90100" + i;
            facts.unit(unit, "单位" + i, pick(random, UnitNature.values()));
            for (int p = random.nextInt(4); p > 0; p--) {
                String code = "99000025%09d".formatted(random.nextInt(1_000_000_000));
                projects.add(code);
                ProjectCategory category =
                        random.nextBoolean() ? ProjectCategory.OTHER_OPERATIONS : ProjectCategory.SPECIFIC_PURPOSE;
                facts.project(code, category, unit, random.nextInt(3));
            }
        }
        boolean plain = random.nextInt(4) == 0;
        for (int i = 0; i < lines; i++) {
            FundType fund = plain ? FundType.GENERAL_PUBLIC : pick(random, FundType.values());
            YearSource source = plain ? YearSource.CURRENT : pick(random, YearSource.values());
            boolean paid = plain || random.nextBoolean();
            String function = pick(random, FUNCTIONS);
            long fen = 1 + random.nextLong(random.nextBoolean() ? 100 : 1_000_000_000_000L);
            if (projects.isEmpty() || random.nextBoolean()) {
                String unit = "90100" + (1 + random.nextInt(units));
                facts.basic(unit, function, pick(random, BASIC), fund, source, paid, fen);
            } else {
                facts.spent(pick(random, projects), function, pick(random, ECONOMIC), fund, source, paid, fen);
            }
        }
        return facts.balanced().facts();
    }

    private static List<String> codes(List<CodeEntry> entries, int length) {
        return entries.stream()
                .map(CodeEntry::code)
                .filter(code -> code.length() == length)
                .toList();
    }

    private static <T> T pick(Random random, T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
