package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.APPROVED;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.SECRECY;
import static org.mingzhang.command.budget.Scene.approved;
import static org.mingzhang.command.budget.Scene.enacted;
import static org.mingzhang.command.budget.Spec.given;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Role;

class DisclosureRulesTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final LocalDate REVIEWED = APPROVED.plusDays(3);

    private static DisclosureCommand.PublishDisclosure publish(long position, LocalDate day) {
        return publish(position, day, Set.of(9), Map.of(9, "没有政府性基金预算拨款安排的支出"));
    }

    private static DisclosureCommand.PublishDisclosure publish(
            long position, LocalDate day, Set<Integer> empty, Map<Integer, String> notes) {
        return new DisclosureCommand.PublishDisclosure(
                BUDGET, position, Map.of(1, "1", 9, "1"), empty, notes, DIGEST, day);
    }

    private static DisclosureCommand review(long position, LocalDate day) {
        return new DisclosureCommand.ConfirmSecrecyReview(BUDGET, position, "不涉密", day);
    }

    private static Spec reviewed() {
        return given(approved()).and(SECRECY, new DisclosureEvent.SecrecyReviewConfirmed(BUDGET, 77, "不涉密", REVIEWED));
    }

    @Test
    void the_secrecy_reviewer_confirms_after_approval() {
        given(approved())
                .when(SECRECY, review(77, REVIEWED))
                .then(new DisclosureEvent.SecrecyReviewConfirmed(BUDGET, 77, "不涉密", REVIEWED));
        given(enacted())
                .when(SECRECY, review(77, REVIEWED))
                .refused(new Refusal.PhaseNotAllowed(Phase.ENACTED, Phase.AFTER_APPROVAL));
        given(approved())
                .when(DEPARTMENT, review(77, REVIEWED))
                .refused(new Refusal.RoleNotAllowed(Role.DEPARTMENT_FINANCE, Set.of(Role.SECRECY_REVIEWER)));
    }

    @Test
    void a_review_has_an_opinion_a_position_and_a_day_after_the_approval() {
        given(approved())
                .when(SECRECY, new DisclosureCommand.ConfirmSecrecyReview(BUDGET, 0, " ", APPROVED.minusDays(1)))
                .refused(
                        new Refusal.PositionUnfit(0),
                        new Refusal.TextMissing(),
                        new Refusal.DayTooEarly(APPROVED.minusDays(1), APPROVED));
    }

    @Test
    void the_same_review_again_changes_nothing_and_another_position_is_another_review() {
        reviewed().when(SECRECY, review(77, REVIEWED)).nothingChanges();
        assertThat(reviewed().when(SECRECY, review(78, REVIEWED)).events()).hasSize(1);
    }

    @Test
    void publishing_freezes_position_versions_reviewer_and_digest() {
        LocalDate twentieth = APPROVED.plusDays(20);

        reviewed()
                .when(HEAD, publish(77, twentieth))
                .then(new DisclosureEvent.DisclosurePublished(
                        BUDGET,
                        77,
                        Map.of(1, "1", 9, "1"),
                        Map.of(9, "没有政府性基金预算拨款安排的支出"),
                        "sun",
                        REVIEWED,
                        DIGEST,
                        twentieth,
                        0));
    }

    @Test
    void the_twenty_first_day_is_one_day_late() {
        var event = (DisclosureEvent.DisclosurePublished) reviewed()
                .when(HEAD, publish(77, APPROVED.plusDays(21)))
                .events()
                .getFirst();

        assertThat(event.daysLate()).isEqualTo(1);
    }

    @Test
    void nothing_is_published_before_approval_or_without_a_review() {
        given(enacted())
                .when(HEAD, publish(77, REVIEWED))
                .refused(new Refusal.PhaseNotAllowed(Phase.ENACTED, Phase.AFTER_APPROVAL));
        given(approved()).when(HEAD, publish(77, REVIEWED)).refused(new Refusal.SecrecyReviewMissing());
    }

    @Test
    void only_what_was_reviewed_is_published() {
        reviewed()
                .when(HEAD, publish(78, REVIEWED))
                .refusedAt("position", new Refusal.ReviewedAtAnotherPosition(77, 78));
    }

    @Test
    void the_reviewer_does_not_publish() {
        reviewed()
                .when(Actor.of("sun", "孙保密", Role.DEPARTMENT_HEAD), publish(77, REVIEWED))
                .refused(new Refusal.SamePerson("sun"));
    }

    @Test
    void an_empty_table_says_why_and_a_full_one_does_not() {
        reviewed()
                .when(HEAD, publish(77, REVIEWED, Set.of(9), Map.of()))
                .refusedAt("emptyTableNotes[9]", new Refusal.EmptyTableWithoutNote(9));
        reviewed()
                .when(HEAD, publish(77, REVIEWED, Set.of(), Map.of(1, "无")))
                .refusedAt("emptyTableNotes[1]", new Refusal.NoteForFullTable(1));
        reviewed()
                .when(HEAD, publish(77, REVIEWED, Set.of(13), Map.of(13, "无")))
                .refusedAt("emptyTables", new Refusal.TableUnknown(13));
    }

    @Test
    void what_is_published_has_tables_and_a_digest() {
        reviewed()
                .when(
                        HEAD,
                        new DisclosureCommand.PublishDisclosure(
                                BUDGET, 77, Map.of(), Set.of(), Map.of(), "abc", REVIEWED))
                .refused(new Refusal.NoTables(), new Refusal.DigestUnfit("abc"));
    }

    @Test
    void publishing_comes_after_the_review_and_not_tomorrow() {
        LocalDate today = REVIEWED.plusDays(1);
        reviewed()
                .on(today)
                .when(HEAD, publish(77, REVIEWED.minusDays(1)))
                .refusedAt("publishedOn", new Refusal.DayTooEarly(REVIEWED.minusDays(1), REVIEWED));
        reviewed()
                .on(today)
                .when(HEAD, publish(77, today.plusDays(1)))
                .refusedAt("publishedOn", new Refusal.DayAhead(today.plusDays(1), today));
    }

    @Test
    void a_published_budget_is_not_published_again() {
        Spec published = reviewed()
                .and(HEAD, reviewed().when(HEAD, publish(77, REVIEWED)).events().getFirst());

        published.when(HEAD, publish(77, REVIEWED)).refused(new Refusal.AlreadyPublished(REVIEWED));
        published.when(SECRECY, review(78, REVIEWED)).refused(new Refusal.AlreadyPublished(REVIEWED));
    }
}
