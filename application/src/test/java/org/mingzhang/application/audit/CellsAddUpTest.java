package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.CellFormula;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.TracedTable;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.PostingTrail;
import org.mingzhang.query.facts.ReadableBudgets;
import org.mingzhang.query.web.PrintedTable;

/** What is behind every cell of every table adds up to it, for auditors and for everybody. */
class CellsAddUpTest {
    private static final String ID = "411200-103-2025";
    private static final String TABLES = "/budgets/" + ID + "/tables/";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static Browsing anybody;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        anybody = new Browsing(application.address());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_movements_behind_every_cell_of_every_table_add_up_to_it_at_any_position_and_stage() {
        FactReader facts = bean(FactReader.class);
        long head = facts.position();
        Random random = new Random(20250210);
        int cells = 0;
        for (TableBasis basis : TableBasis.values()) {
            cells += addUp(facts, head, basis, Scope.DEPARTMENT);
            cells += addUp(facts, head, basis, Scope.of(new UnitCode("103005")));
            for (int i = 0; i < 3; i++) {
                cells += addUp(facts, 1 + random.nextLong(head), basis, Scope.DEPARTMENT);
            }
        }
        cells += addUp(facts, released(), TableBasis.INITIAL, Scope.DEPARTMENT);
        assertThat(cells).isGreaterThan(10_000);
    }

    private static int addUp(FactReader facts, long position, TableBasis basis, Scope scope) {
        int cells = 0;
        Map<Object, Amount> known = new HashMap<>(); // many cells ask the same
        BudgetFacts loaded = facts.load(BudgetId.parse(ID), position, basis).orElse(null);
        for (var template : TableCatalogue.shipped().templates()) {
            TracedTable traced = loaded == null
                    ? null
                    : bean(DisclosureTables.class)
                            .traced(loaded, template.number(), scope)
                            .orElse(null);
            for (Table.Row row :
                    traced == null ? List.<Table.Row>of() : traced.table().rows()) {
                for (Table.Column column : traced.table().columns()) {
                    CellFormula formula =
                            traced.formula(row.key(), column.key()).orElse(null);
                    if (formula != null) {
                        assertThat(known.computeIfAbsent(
                                        List.of(formula.revenue(), formula.never(), formula.conditions()),
                                        same -> sum(position, basis, formula)))
                                .as("%s %s %s at %d", template.number(), row.key(), column.key(), position)
                                .isEqualTo(traced.table()
                                        .amount(row.key(), column.key())
                                        .orElseThrow());
                        cells++;
                    }
                }
            }
        }
        return cells;
    }

    private static Amount sum(long position, TableBasis basis, CellFormula formula) {
        return Amount.sum(
                bean(PostingTrail.class).of(BudgetId.parse(ID), Moment.at(position), basis.stages(), formula).stream()
                        .map(PostingTrail.Posted::delta)
                        .toList());
    }

    @Test
    void everybody_has_every_cell_of_the_release_explained_with_lines_that_add_up_and_without_a_name() {
        for (var template : TableCatalogue.shipped().templates()) {
            Table table = bean(DisclosureTables.class)
                    .table(BudgetId.parse(ID), template.number(), released(), TableBasis.INITIAL, Scope.DEPARTMENT)
                    .orElseThrow();
            for (Table.Row row : table.rows()) {
                for (Table.Column column : table.columns()) {
                    String address =
                            TABLES + template.number() + "/cells/" + PrintedTable.place(row.key(), column.key());
                    HttpResponse<String> answer = anybody.program("/api" + address + "/explanation");
                    assertThat(answer.statusCode()).as(address).isEqualTo(200);
                    JsonNode explained = read(answer.body());
                    long sum = 0;
                    for (JsonNode line : explained.get("lines")) {
                        sum += line.get("fen").asLong();
                    }
                    assertThat(explained.path("fen").asLong(0)).as(address).isEqualTo(sum);
                    assertThat(explained.get("position").asLong()).isEqualTo(released());
                    assertThat(answer.body())
                            .as(address)
                            .doesNotContain("\"maker\"", "\"person\"", "\"proof\"", "\"reason\"", "王敏", "刘洋");
                }
            }
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }

    private static long released() {
        return bean(ReadableBudgets.class)
                .position(BudgetId.parse(ID), ReadableBudgets.Reader.PUBLIC, OptionalLong.empty())
                .orElseThrow();
    }

    private static <T> T bean(Class<T> type) {
        return application.context().getBean(type);
    }
}
