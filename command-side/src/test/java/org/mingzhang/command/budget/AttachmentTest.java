package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.effect;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.AttachmentRole;

/** Files that come with what is submitted, decided or approved. */
class AttachmentTest {
    private static final Attachment PAPER = file("测算.pdf", "a");
    private static final Attachment LETTER = file("批复.ofd", "b");

    @Test
    void a_file_is_added_in_the_same_act_as_the_submission() {
        List<LedgerEvent> events = given(executing())
                .when(OFFICER, with(submit(toNetwork(20_000)), PAPER, LETTER))
                .events();
        assertThat(events).hasSize(4);
        assertThat(events.getFirst()).isInstanceOf(AdjustmentEvent.AdjustmentSubmitted.class);
        assertThat(events.subList(2, 4))
                .containsExactly(
                        new AdjustmentEvent.AttachmentAdded(BUDGET, 1, AttachmentRole.REQUEST, PAPER),
                        new AdjustmentEvent.AttachmentAdded(BUDGET, 1, AttachmentRole.REQUEST, LETTER));
    }

    @Test
    void a_request_says_something_in_words_or_in_a_file() {
        AdjustmentCommand wordless = submit(toNetwork(20_000).saying(""));
        given(executing()).when(OFFICER, wordless).refusedAt("requestContent", new Refusal.TextMissing());
        given(executing()).when(OFFICER, with(wordless)).refusedAt("requestContent", new Refusal.TextMissing());
        assertThat(given(executing()).when(OFFICER, with(wordless, PAPER)).events())
                .hasSize(3);
    }

    @Test
    void decision_and_approval_have_files_of_their_own() {
        Spec submitted = then(given(executing()), OFFICER, with(submit(toNetwork(20_000)), PAPER));
        Spec reviewed = then(
                then(submitted, HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW)),
                DESK,
                with(review(1, AdjustmentStation.FINANCE_REVIEW), PAPER));
        Spec effective = then(reviewed, OFFICE, with(effect(1), LETTER));
        FiledAdjustment filed =
                effective.budget().execution().adjustments().get(1).orElseThrow();
        assertThat(filed.status()).isEqualTo(AdjustmentStatus.EFFECTIVE);
        assertThat(filed.attachments()).containsExactly(PAPER, PAPER, LETTER);
    }

    @Test
    void a_file_that_may_not_be_taken_stops_the_whole_act() {
        Refusal empty = new Refusal.AttachmentEmpty("空.pdf");
        given(executing())
                .when(
                        OFFICER,
                        new AdjustmentCommand.WithAttachments(
                                submit(toNetwork(20_000)),
                                List.of(
                                        new OfferedFile(PAPER, Optional.empty()),
                                        new OfferedFile(file("空.pdf", "0"), Optional.of(empty)))))
                .refusedAt("files", empty);
    }

    @Test
    void whoever_returns_or_withdraws_attaches_nothing() {
        Spec submitted = then(given(executing()), OFFICER, submit(toNetwork(20_000)));
        submitted
                .when(HEAD, with(new AdjustmentCommand.ReturnAdjustment(BUDGET, 1, "缺测算"), PAPER))
                .refusedAt("files", new Refusal.AttachmentNotAsked());
        submitted
                .when(OFFICER, with(new AdjustmentCommand.WithdrawAdjustment(BUDGET, 1, "重做"), PAPER))
                .refusedAt("files", new Refusal.AttachmentNotAsked());
    }

    private static AdjustmentCommand with(AdjustmentCommand command, Attachment... files) {
        return new AdjustmentCommand.WithAttachments(
                command,
                Stream.of(files)
                        .map(file -> new OfferedFile(file, Optional.empty()))
                        .toList());
    }

    private static Attachment file(String name, String digit) {
        return new Attachment(name, "application/pdf", 2_000, digit.repeat(64));
    }

    private static Spec then(Spec spec, Actor actor, AdjustmentCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }
}
