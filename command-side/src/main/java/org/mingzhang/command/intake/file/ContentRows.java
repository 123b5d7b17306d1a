package org.mingzhang.command.intake.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.command.budget.Content;
import org.mingzhang.command.intake.SheetKind;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Statement;

/** What a budget says, as the rows of the sheets that would say it; amounts in 元. */
final class ContentRows {
    private final Map<SheetKind, List<Map<String, String>>> rows = new EnumMap<>(SheetKind.class);

    private ContentRows() {
        for (SheetKind kind : SheetKind.values()) {
            rows.put(kind, new ArrayList<>());
        }
    }

    static Map<SheetKind, List<Map<String, String>>> about(BudgetId budget) {
        ContentRows all = new ContentRows();
        all.add(SheetKind.ABOUT, "item", "预算编号", "content", budget.toString());
        all.add(SheetKind.ABOUT, "item", "金额单位", "content", "元");
        return all.rows;
    }

    static Map<SheetKind, List<Map<String, String>>> of(BudgetId budget, Content content) {
        ContentRows all = new ContentRows();
        all.rows.putAll(about(budget));
        all.structure(content);
        all.lines(content);
        all.targets(content);
        content.statements().values().forEach(all::statement);
        return all.rows;
    }

    private void structure(Content content) {
        content.units()
                .values()
                .forEach(unit -> add(
                        SheetKind.UNITS,
                        "code",
                        unit.code().value(),
                        "name",
                        unit.name(),
                        "listedName",
                        unit.listedName(),
                        "nature",
                        unit.nature().label()));
        content.projects()
                .values()
                .forEach(project -> add(
                        SheetKind.PROJECTS,
                        "code",
                        project.code().value(),
                        "name",
                        project.name(),
                        "category",
                        project.category().label(),
                        "unit",
                        project.unit().value(),
                        "description",
                        project.description()));
    }

    private void lines(Content content) {
        content.lines().entries().forEach(entry -> {
            Classification.Expenditure of = entry.value().classification();
            add(
                    SheetKind.EXPENDITURE,
                    "line",
                    entry.key().value(),
                    "unit",
                    of.unit().value(),
                    "function",
                    of.function().value(),
                    "category",
                    of.category().label(),
                    "project",
                    of.project().map(ProjectCode::value).orElse(""),
                    "deptEconomic",
                    of.deptEconomic().value(),
                    "govEconomic",
                    of.govEconomic().value(),
                    "fund",
                    of.fund().label(),
                    "source",
                    of.source().label(),
                    "appropriated",
                    of.appropriated() ? "是" : "否",
                    "amount",
                    yuan(entry.value().amount()),
                    "note",
                    entry.value().note(),
                    "mappingReason",
                    entry.value().mappingReason());
        });
        content.revenue().entries().forEach(entry -> {
            Classification.Revenue of = entry.value().classification();
            add(
                    SheetKind.REVENUE,
                    "line",
                    entry.key().value(),
                    "unit",
                    of.unit().value(),
                    "revenue",
                    of.revenue().label(),
                    "source",
                    of.source().label(),
                    "appropriated",
                    of.appropriated() ? "是" : "否",
                    "amount",
                    yuan(entry.value().amount()),
                    "note",
                    entry.value().note());
        });
    }

    private void targets(Content content) {
        content.projectTargets()
                .entries()
                .forEach(entry -> entry.value()
                        .forEach(one ->
                                target(SheetKind.PROJECT_TARGETS, entry.key().value(), one)));
        content.overallTargets().forEach(one -> target(SheetKind.OVERALL_TARGETS, "", one));
    }

    private void target(SheetKind kind, String project, Indicator one) {
        add(
                kind,
                "project",
                project,
                "level1",
                one.level1().label(),
                "level2",
                one.level2(),
                "name",
                one.name(),
                "target",
                one.target(),
                "note",
                one.note());
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Duties(var items) -> items("主要职责", items);
            case Statement.Institutions(var text) -> items("机构设置", List.of(text));
            case Statement.AnnualGoals(var items) -> items("年度履职目标", items);
            case Statement.AnnualTasks(var tasks) ->
                tasks.forEach(task -> add(SheetKind.ANNUAL_TASKS, "name", task.name(), "content", task.content()));
            case Statement.ProcurementPlan plan ->
                named("政府采购", "货物", yuan(plan.goods()), "工程", yuan(plan.works()), "服务", yuan(plan.services()));
            case Statement.AssetsHeld held ->
                named(
                        "资产占用",
                        "一般公务用车",
                        Integer.toString(held.generalVehicles()),
                        "一般执法执勤用车",
                        Integer.toString(held.enforcementVehicles()),
                        "特种专业技术用车",
                        Integer.toString(held.specialVehicles()),
                        "其他用车",
                        Integer.toString(held.otherVehicles()),
                        "其他用车用途",
                        held.otherVehiclesUse(),
                        "单价50万元以上通用设备",
                        Integer.toString(held.generalEquipmentFrom500k()),
                        "单位价值100万元以上专用设备",
                        Integer.toString(held.specialEquipmentFrom1m()));
            case Statement.SpecialTransfers(var items) -> items("专项转移支付", items.isEmpty() ? List.of("无") : items);
            case Statement.KeyProjects(var text) -> items("重点项目绩效", List.of(text));
            case Statement.Glossary(var terms) -> {
                List<String> flat = new ArrayList<>();
                terms.forEach(term -> flat.addAll(List.of(term.name(), term.explanation())));
                named("名词解释", flat.toArray(String[]::new));
            }
        }
    }

    private void items(String topic, List<String> items) {
        for (int index = 0; index < items.size(); index++) {
            add(
                    SheetKind.STATEMENTS,
                    "topic",
                    topic,
                    "number",
                    Integer.toString(index + 1),
                    "content",
                    items.get(index));
        }
    }

    private void named(String topic, String... namesAndContents) {
        for (int at = 0; at < namesAndContents.length; at += 2) {
            add(
                    SheetKind.STATEMENTS,
                    "topic",
                    topic,
                    "number",
                    Integer.toString(at / 2 + 1),
                    "name",
                    namesAndContents[at],
                    "content",
                    namesAndContents[at + 1]);
        }
    }

    private void add(SheetKind kind, String... fieldsAndTexts) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int at = 0; at < fieldsAndTexts.length; at += 2) {
            row.put(fieldsAndTexts[at], fieldsAndTexts[at + 1]);
        }
        rows.computeIfAbsent(kind, any -> new ArrayList<>()).add(row);
    }

    /** Every fen of it, without separators. */
    private static String yuan(Amount amount) {
        return BigDecimal.valueOf(amount.fen(), 2).toPlainString();
    }
}
