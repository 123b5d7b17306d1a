package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.APPROVED;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.basis;
import static org.mingzhang.command.budget.Scene.basisOf;
import static org.mingzhang.command.budget.Scene.ceiling;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.enacted;
import static org.mingzhang.command.budget.Scene.firstUp;
import static org.mingzhang.command.budget.Scene.secondUp;
import static org.mingzhang.command.budget.Spec.given;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Role;

/** In these sentences "wang" has submitted for the department, and holds an office in the finance bureau as well. */
class SeparationOfDutiesTest {
    private static final Actor SAME = Actor.of("wang", "王财务", Role.BUDGET_OFFICE);
    private static final Refusal SAME_PERSON = new Refusal.SamePerson("wang");

    @Test
    void who_submitted_the_first_proposal_decides_nothing_on_it() {
        given(firstUp())
                .when(SAME, new RoundCommand.ReturnFirstProposal(BUDGET, "x"))
                .refused(SAME_PERSON);
        given(firstUp())
                .when(SAME, new RoundCommand.IssueCeiling(BUDGET, ceiling(1), basis()))
                .refused(SAME_PERSON);
        assertThat(given(firstUp())
                        .when(OFFICE, new RoundCommand.IssueCeiling(BUDGET, ceiling(1), basis()))
                        .events())
                .hasSize(1);
    }

    @Test
    void who_submitted_the_second_draft_decides_nothing_on_it() {
        given(secondUp())
                .when(SAME, new RoundCommand.ReturnSecondDraft(BUDGET, "x"))
                .refused(SAME_PERSON);
        given(secondUp())
                .when(SAME, new RoundCommand.IncludeInGovernmentDraft(BUDGET, ""))
                .refused(SAME_PERSON);
        given(enacted())
                .when(SAME, new RoundCommand.ApproveBudget(BUDGET, basisOf(APPROVED), APPROVED))
                .refused(SAME_PERSON);
    }

    @Test
    void acting_for_the_submitter_is_no_way_around_it() {
        Actor delegate = new Actor("qian", "钱代理", Role.BUDGET_OFFICE, Optional.of("wang"));

        given(firstUp())
                .when(delegate, new RoundCommand.ReturnFirstProposal(BUDGET, "x"))
                .refused(SAME_PERSON);
    }

    @Test
    void whoever_the_submitter_acted_for_cannot_decide_either() {
        Actor delegate = new Actor("qian", "钱代理", Role.DEPARTMENT_FINANCE, Optional.of("wang"));

        given(drafting())
                .and(delegate, new RoundEvent.FirstProposalSubmitted(BUDGET, ""))
                .when(SAME, new RoundCommand.ReturnFirstProposal(BUDGET, "x"))
                .refused(SAME_PERSON);
    }

    @Test
    void the_one_who_submitted_last_counts() {
        Actor second = Actor.of("wu", "吴财务", Role.DEPARTMENT_FINANCE);

        assertThat(given(firstUp())
                        .and(OFFICE, new RoundEvent.CeilingIssued(BUDGET, ceiling(1), basis()))
                        .and(second, new RoundEvent.SecondDraftSubmitted(BUDGET, ""))
                        .when(SAME, new RoundCommand.ReturnSecondDraft(BUDGET, "x"))
                        .events())
                .hasSize(1);
    }
}
