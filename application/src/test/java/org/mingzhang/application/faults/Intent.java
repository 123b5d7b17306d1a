package org.mingzhang.application.faults;

import java.util.random.RandomGenerator;

/**
 * What somebody wants to do to a line of a budget.
 *
 * @param fen amount in fen; not looked at when the line is removed
 */
record Intent(Kind kind, String budget, String line, long fen) {
    enum Kind {
        ALLOCATE,
        REVISE,
        REMOVE
    }

    /** Any of the three, also such as must be refused: unknown lines, lines that are there, amounts of nothing. */
    static Intent any(RandomGenerator random, String budget, String line) {
        Kind kind = switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> Kind.ALLOCATE;
            case 4, 5, 6, 7 -> Kind.REVISE;
            default -> Kind.REMOVE;
        };
        return new Intent(kind, budget, line, random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(1_000_000));
    }

    /** As the HTTP interface takes it. */
    String json() {
        String command = switch (kind) {
            case ALLOCATE -> "AllocateLine";
            case REVISE -> "ReviseLine";
            case REMOVE -> "RemoveLine";
        };
        String head = "{\"command\":\"%s\",\"budget\":\"%s\",\"line\":\"%s\"".formatted(command, budget, line);
        return kind == Kind.REMOVE
                ? head + ",\"reason\":\"不再需要\"}"
                : head
                        + ",\"unit\":\"103001\",\"function\":\"2010301\",\"category\":\"人员类\",\"deptEconomic\":\"30101\","
                        + "\"fund\":\"一般公共预算\",\"source\":\"本年\",\"appropriated\":true,\"amount\":\"%d.%02d\",\"amountUnit\":\"元\"}"
                                .formatted(fen / 100, fen % 100);
    }
}
