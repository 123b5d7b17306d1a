package org.mingzhang.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;

class TablesDigestTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");

    @Test
    void equal_tables_have_equal_digests() {
        assertThat(TablesDigest.of(BUDGET, ExportedTables.all()))
                .isEqualTo(TablesDigest.of(BUDGET, ExportedTables.all()))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void one_fen_more_is_another_digest() {
        assertThat(digest("某项目", new Amount(100))).isNotEqualTo(digest("某项目", new Amount(101)));
    }

    @Test
    void another_word_is_another_digest() {
        assertThat(digest("某项目", new Amount(100))).isNotEqualTo(digest("某項目", new Amount(100)));
    }

    @Test
    void the_digest_of_a_small_table_never_changes() {
        assertThat(TablesDigest.canonical(BUDGET, List.of(ExportedTables.oneRow("a\"b", new Amount(100)))))
                .isEqualTo("{\"budget\":\"411200-103-2025\",\"format\":1,\"tables\":[{\"basis\":\"initial\","
                        + "\"columns\":[[\"名称\"],[\"金额（{money}）\"]],\"notes\":[],\"number\":3,\"rows\":[{\"cells\":["
                        + "{\"colspan\":1,\"rowspan\":1,\"text\":\"a\\\"b\"},{\"fen\":100}],\"key\":\"r\",\"kind\":\"ITEM\"}],"
                        + "\"scope\":\"department\",\"scopeLine\":\"部门名称：某部门\",\"title\":\"2025年小表\","
                        + "\"version\":\"1\"}]}");
    }

    @Test
    void canonical_json_sorts_keys_escapes_control_characters_and_refuses_fractions() {
        assertThat(CanonicalJson.write(Map.of("b", List.of(), "a", "x\n\u0001", "c", Map.of())))
                .isEqualTo("{\"a\":\"x\\n\\u0001\",\"b\":[],\"c\":{}}");
        assertThatThrownBy(() -> CanonicalJson.write(1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String digest(String text, Amount amount) {
        return TablesDigest.of(BUDGET, List.of(ExportedTables.oneRow(text, amount)));
    }
}
