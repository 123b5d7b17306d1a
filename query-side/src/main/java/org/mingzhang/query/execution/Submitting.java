package org.mingzhang.query.execution;

import java.util.Set;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.ui.Model;

/** Whether the visitor is offered to submit an adjustment of the budget that lies on the desk. */
final class Submitting {
    static final Set<Role> DRAFTING = Set.of(Role.UNIT_OFFICER, Role.DEPARTMENT_FINANCE);

    /** What becomes of money; a project without money is adjusted on its own page. */
    static final AdjustmentDirection[] MONEY = {
        AdjustmentDirection.SHIFT, AdjustmentDirection.SUPPLEMENT, AdjustmentDirection.REDUCTION
    };

    /** The same, and what goes to another department. */
    static final AdjustmentDirection[] ALL = {
        AdjustmentDirection.SHIFT,
        AdjustmentDirection.SUPPLEMENT,
        AdjustmentDirection.REDUCTION,
        AdjustmentDirection.REORGANISATION
    };

    private static final Set<String> APPROVED = Set.of("approved", "distributed");

    private Submitting() {}

    /** Whether the budget is approved. */
    static boolean executing(Model model) {
        return APPROVED.contains(String.valueOf(model.getAttribute("phase")));
    }

    /** Nothing moves once the year is closed. */
    static boolean offered(Model model, WorkDesk desk) {
        return WorkDesk.isNow(model) && WorkDesk.isOpen(model) && DRAFTING.contains(desk.role());
    }

    /** What became of the targets is also said when the year is closed. */
    static boolean evaluating(Model model, WorkDesk desk) {
        return WorkDesk.isNow(model) && executing(model) && DRAFTING.contains(desk.role());
    }
}
