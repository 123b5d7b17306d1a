package org.mingzhang.kernel.value;

import java.util.List;

/** What a department states beside its figures; the narrative and table 11 are written from these. */
public sealed interface Statement {
    /** Stable name of the topic; a department has at most one statement of each. */
    default String topic() {
        return switch (this) {
            case Duties ignored -> "duties";
            case Institutions ignored -> "institutions";
            case AnnualGoals ignored -> "annual-goals";
            case AnnualTasks ignored -> "annual-tasks";
            case ProcurementPlan ignored -> "procurement";
            case AssetsHeld ignored -> "assets";
            case SpecialTransfers ignored -> "special-transfers";
            case KeyProjects ignored -> "key-projects";
            case Glossary ignored -> "glossary";
        };
    }

    /** 主要职责, in printed order. */
    record Duties(List<String> items) implements Statement {
        public Duties {
            items = Statement.texts("statement.duties", items);
        }
    }

    /** 机构设置, one text. */
    record Institutions(String text) implements Statement {
        public Institutions {
            Texts.required("statement.institutions", text, 10_000);
        }
    }

    /** 年度履职目标, in printed order. */
    record AnnualGoals(List<String> items) implements Statement {
        public AnnualGoals {
            items = Statement.texts("statement.annual-goals", items);
        }
    }

    /** 年度主要任务: name and main content of each. */
    record AnnualTasks(List<Task> tasks) implements Statement {
        public AnnualTasks {
            tasks = List.copyOf(tasks);
        }
    }

    /** One task of the year. */
    record Task(String name, String content) {
        public Task {
            Texts.required("statement.task-name", name, 200);
            Texts.required("statement.task-content", content, 4000);
        }
    }

    /** 政府采购预算 by goods, works and services. */
    record ProcurementPlan(Amount goods, Amount works, Amount services) implements Statement {
        public ProcurementPlan {
            if (goods.isNegative() || works.isNegative() || services.isNegative()) {
                throw new InvalidValueException("statement.procurement-negative", goods + " " + works + " " + services);
            }
        }
    }

    /** Vehicles and large equipment held at the end of last year. */
    record AssetsHeld(
            int generalVehicles,
            int enforcementVehicles,
            int specialVehicles,
            int otherVehicles,
            String otherVehiclesUse,
            int generalEquipmentFrom500k,
            int specialEquipmentFrom1m)
            implements Statement {
        public AssetsHeld {
            Texts.optional("statement.vehicles-use", otherVehiclesUse, 500);
            int least = Math.min(
                    Math.min(Math.min(generalVehicles, enforcementVehicles), Math.min(specialVehicles, otherVehicles)),
                    Math.min(generalEquipmentFrom500k, specialEquipmentFrom1m));
            if (least < 0) {
                throw new InvalidValueException("statement.assets-negative", Integer.toString(least));
            }
        }
    }

    /** 专项转移支付 that the department manages; empty when it manages none. */
    record SpecialTransfers(List<String> items) implements Statement {
        public SpecialTransfers {
            items = Statement.texts("statement.special-transfers", items);
        }
    }

    /** What is said about performance targets of key projects. */
    record KeyProjects(String text) implements Statement {
        public KeyProjects {
            Texts.required("statement.key-projects", text, 4000);
        }
    }

    /** 名词解释, in printed order. */
    record Glossary(List<Term> terms) implements Statement {
        public Glossary {
            terms = List.copyOf(terms);
        }
    }

    /** A term and its explanation. */
    record Term(String name, String explanation) {
        public Term {
            Texts.required("statement.term", name, 100);
            Texts.required("statement.explanation", explanation, 4000);
        }
    }

    private static List<String> texts(String rule, List<String> items) {
        items.forEach(item -> Texts.required(rule, item, 4000));
        return List.copyOf(items);
    }
}
