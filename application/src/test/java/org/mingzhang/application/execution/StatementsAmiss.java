package org.mingzhang.application.execution;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.application.execution.BadInputTest.Bad;

/** Statements about targets that are not as the targets are: each with the name of its refusal. */
final class StatementsAmiss {
    private static final List<String> TARGETS = List.of(
            "COST 一年房租",
            "OUTPUT 中原银行附楼1层",
            "OUTPUT 相关设施完善",
            "BENEFIT 增强服务企业力度",
            "SATISFACTION 金融机构满意度",
            "SATISFACTION 企业满意度");
    private static final List<String> ACTUAL = List.of("70.2万元", "1层", "完善", "增强", "96%", "96%");

    private StatementsAmiss() {}

    static List<Bad> all() {
        return List.of(
                bad("a result for a target that never was", evaluation("", "OUTPUT 接听次数"), 422, "target-never"),
                bad("a result twice", evaluation("", "OUTPUT 相关设施完善"), 422, "result-twice"),
                bad("weights that do not sum", evaluation("14", ""), 422, "weights-not-whole"),
                bad("a result that is left out", left(evaluation("", "")), 422, "result-missing"),
                new Bad("progress of a target that never was", "finance", "/monitoring", "", """
                        {"project": "41120025000000045201", "through": "2025-09", "action": "CONTINUE",
                         "progress": [{"level1": "OUTPUT", "name": "接听次数", "actual": "3次", "outlook": "CERTAIN"}]}""", 422, "target-never"),
                new Bad(
                        "progress of a project that never was",
                        "finance",
                        "/monitoring",
                        "",
                        """
                        {"project": "41120025000000000000", "through": "2025-09", "action": "CONTINUE", "progress": []}""",
                        422,
                        "project-unknown"));
    }

    private static Bad bad(String what, String body, int status, String key) {
        return new Bad(what, "finance", "/self-evaluations", "", body, status, key);
    }

    /**
     * Of all targets of a project.
     *
     * @param weight of each; blank for none
     * @param more what else a result is given for; blank for nothing
     */
    private static String evaluation(String weight, String more) {
        List<String> results = new ArrayList<>();
        if (!more.isEmpty() && !TARGETS.contains(more)) {
            results.add(result(more, "3次", weight));
        }
        for (int row = 0; row < TARGETS.size(); row++) {
            results.add(result(TARGETS.get(row), ACTUAL.get(row), weight));
        }
        if (TARGETS.contains(more)) {
            results.add(result(more, "完善", weight));
        }
        return """
                {"project": "41120025000000045201", "executionReason": "年末支付", "results": [%s]}""".formatted(String.join(", ", results));
    }

    /** Without the last result. */
    private static String left(String evaluation) {
        return evaluation.substring(0, evaluation.lastIndexOf(", {")) + "]}";
    }

    private static String result(String target, String actual, String weight) {
        String level = target.substring(0, target.indexOf(' '));
        String name = target.substring(target.indexOf(' ') + 1);
        boolean words = actual.equals("完善") || actual.equals("增强");
        return """
                {"level1": "%s", "name": "%s", "actual": "%s", "weight": "%s"%s}""".formatted(
                        level, name, actual, weight, words ? ", \"quality\": \"REACHED\", \"share\": \"100\"" : "");
    }
}
