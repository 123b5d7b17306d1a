package org.mingzhang.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.AmountUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableViewTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void rows_and_columns_are_found_by_keys_and_carry_fen_and_text() {
        JsonNode view = view(3, AmountUnit.WAN_YUAN);
        JsonNode row = row(view, "103/2010301");
        int column = column(view, "合计");
        assertThat(row.get("kind").asString()).isEqualTo("item");
        assertThat(row.get("cells").get(column).get("fen").isIntegralNumber()).isTrue();
        assertThat(row.get("cells").get(column).get("text").asString()).isEqualTo("2,332.23");
        assertThat(row.get("cells").get(4).get("text").asString()).isEqualTo("行政运行");
        assertThat(row.get("cells").get(4).has("fen")).isFalse();
    }

    @Test
    void the_unit_changes_the_texts_and_nothing_else() {
        JsonNode wan = view(12, AmountUnit.WAN_YUAN);
        JsonNode yuan = view(12, AmountUnit.YUAN);
        int column = column(wan, "项目金额/资金总额");
        assertThat(column).isEqualTo(column(yuan, "项目金额/资金总额"));
        assertThat(row(yuan, "103").get("cells").get(column).get("fen"))
                .isEqualTo(row(wan, "103").get("cells").get(column).get("fen"));
        assertThat(row(yuan, "103").get("cells").get(column).get("text").asString())
                .isEqualTo("7,252,300.00");
        assertThat(yuan.get("unit").asString()).isEqualTo("yuan");
        assertThat(wan.get("columns").get(column).get("title").asString()).isEqualTo("项目金额（万元）/资金总额");
    }

    @Test
    void the_head_is_a_tree_whose_leaves_are_the_columns() {
        JsonNode view = view(3, AmountUnit.WAN_YUAN);
        JsonNode basic = view.get("head").get(4);
        assertThat(basic.get("text").asString()).isEqualTo("基本支出");
        assertThat(basic.get("below").get(1).get("key").asString()).isEqualTo("基本支出/人员经费");
        assertThat(leaves(view.get("head"))).isEqualTo(view.get("columns").size());
    }

    @Test
    void what_and_as_of_when_is_said_beside_the_figures() {
        JsonNode view = view(9, AmountUnit.WAN_YUAN);
        assertThat(view.get("budget").asString()).isEqualTo("411200-103-2025");
        assertThat(view.get("title").asString()).isEqualTo("2025年政府性基金预算支出情况表");
        assertThat(view.get("basis").asString()).isEqualTo("initial");
        assertThat(view.get("scope").asString()).isEqualTo("department");
        assertThat(view.get("empty").asBoolean()).isTrue();
        assertThat(view.get("notes").get(0).asString()).contains("没有使用政府性基金预算拨款");
        assertThat(view.get("rows")).isEmpty();
        assertThat(view.get("columns")).hasSize(14);
    }

    private JsonNode view(int number, AmountUnit unit) {
        return json.valueToTree(TableView.of(ExportedTables.sample(number), ExportedTables.FACTS, unit));
    }

    private static JsonNode row(JsonNode view, String key) {
        for (JsonNode row : view.get("rows")) {
            if (row.get("key").asString().equals(key)) {
                return row;
            }
        }
        throw new AssertionError("no row " + key);
    }

    private static int column(JsonNode view, String key) {
        for (int i = 0; i < view.get("columns").size(); i++) {
            if (view.get("columns").get(i).get("key").asString().equals(key)) {
                return i;
            }
        }
        throw new AssertionError("no column " + key);
    }

    private static int leaves(JsonNode heads) {
        int leaves = 0;
        for (JsonNode head : heads) {
            leaves += head.get("below").isEmpty() ? 1 : leaves(head.get("below"));
        }
        return leaves;
    }
}
