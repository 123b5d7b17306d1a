package org.mingzhang.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.HandedIn;
import org.mingzhang.kernel.value.Objected;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.codec.EventSamples;

/** By what an entry may be asked for. */
class TrailKeysTest {
    @Test
    void an_adjustment_is_found_by_its_lines_codes_amounts_reason_and_request() {
        TrailKeys keys = keys("adjustment-submitted");
        assertThat(keys.kinds()).containsExactlyInAnyOrder("adjustment-submitted", "adjustment");
        assertThat(keys.about()).isEqualTo("411200-103-2025");
        assertThat(keys.outcome()).isEqualTo(TrailKeys.Outcome.ACCEPTED);
        assertThat(keys.persons()).containsExactlyInAnyOrder("wang.min", "王敏", "zhao.li");
        assertThat(keys.units()).containsExactly("103001");
        assertThat(keys.codes())
                .contains("51", "2010302", "20103", "201", "30231", "302", "50208", "502", "411200240000000008296");
        assertThat(keys.amounts()).contains(5_000_000L);
        assertThat(keys.documents()).contains("三政办请(2025)3号", "调整单第1号");
        assertThat(keys.texts()).contains("项目实施内容变化", "不涉及政府采购", "预备费");
    }

    @Test
    void a_refusal_is_found_by_what_was_tried() {
        String content = "{\"budget\":\"411200-103-2025\",\"line\":\"51\",\"content\":{\"classification\":"
                + "{\"unit\":\"103001\",\"function\":\"2010302\"},\"amount\":123400,\"note\":\"新增 设备\"},"
                + "\"basis\":{\"documentNumber\":\"三财预〔2025〕7号\"}}";
        TrailKeys keys = TrailKeys.of(envelope(new SubmissionEvent.CommandRefused(
                "411200-103-2025",
                new HandedIn("AllocateLine", "k", "00", Origin.WITHIN),
                7,
                content,
                List.of(new Objected(0, "line", "line-known", "{}")))));
        assertThat(keys.outcome()).isEqualTo(TrailKeys.Outcome.REFUSED);
        assertThat(keys.units()).containsExactly("103001");
        assertThat(keys.codes()).contains("51", "2010302", "20103", "201");
        assertThat(keys.amounts()).containsExactly(123_400L);
        assertThat(keys.documents()).containsExactly("三财预(2025)7号");
        assertThat(keys.texts()).contains("新增设备");
    }

    @Test
    void every_step_of_an_adjustment_is_found_by_its_id_and_what_was_tried_with_it() {
        assertThat(keys("adjustment-submitted").adjustments()).contains("411200-103-2025/1");
        assertThat(keys("adjustment-reviewed").adjustments()).containsExactly("411200-103-2025/1");
        assertThat(keys("line-allocated").adjustments()).isEmpty();
        assertThat(tried("{\"budget\":\"411200-103-2025\",\"number\":12,\"reason\":\"重做\"}")
                        .adjustments())
                .containsExactly("411200-103-2025/12");
        assertThat(tried("{\"budget\":\"411200-103-2025\",\"request\":{\"mends\":4,\"reverses\":5}}")
                        .adjustments())
                .containsExactly("411200-103-2025/4", "411200-103-2025/5");
        assertThat(tried("{\"division\":\"411200\",\"number\":12}").adjustments())
                .as("the number of an amendment of the rules")
                .isEmpty();
    }

    @Test
    void an_adjustment_is_asked_for_by_its_id_or_by_its_number_beside_the_budget() {
        for (String said : List.of("411200-103-2025/3", "411200-103-2025-3", "411200-103-2025#3")) {
            assertThat(NamedDocument.ids(TrailTexts.plain(said), "")).containsExactly("411200-103-2025/3");
        }
        for (String said : List.of("3", "第3号", "第 3 号", "No. 3", "３")) {
            assertThat(NamedDocument.ids(TrailTexts.plain(said), "411200-103-2025"))
                    .as(said)
                    .containsExactly("411200-103-2025/3");
            assertThat(NamedDocument.ids(TrailTexts.plain(said), "")).isEmpty();
        }
        assertThat(NamedDocument.ids(TrailTexts.plain("三财预〔2025〕3号"), "411200-103-2025"))
                .isEmpty();
    }

    private static TrailKeys tried(String content) {
        return TrailKeys.of(envelope(new SubmissionEvent.CommandRefused(
                "411200-103-2025",
                new HandedIn("WithdrawAdjustment", "k", "00", Origin.WITHIN),
                7,
                content,
                List.of(new Objected(0, "", "number", "{}")))));
    }

    @Test
    void attempts_to_sign_in_that_failed_are_refused_and_found_by_the_account() {
        TrailKeys keys = keys("sign-in-failed");
        assertThat(keys.outcome()).isEqualTo(TrailKeys.Outcome.REFUSED);
        assertThat(keys.about()).isEqualTo("administration");
        assertThat(keys("delegation-given").persons()).contains("zhao.li", "wang.min");
    }

    @Test
    void what_was_read_is_found_with_the_budget_that_was_read() {
        assertThat(keys("undisclosed-read").about()).isEqualTo("411200-103-2025");
        assertThat(keys("command-accepted").about()).isEqualTo("411200-103-2025");
    }

    @Test
    void every_kind_belongs_to_the_same_group_by_its_event_and_by_its_class() {
        for (LedgerEvent event : EventSamples.all()) {
            assertThat(TrailGroup.of(event.getClass())).as(event.toString()).isEqualTo(TrailGroup.of(event));
        }
    }

    @Test
    void brackets_width_and_blanks_make_no_difference() {
        assertThat(TrailTexts.plain("三财预 〔２０２５〕1 号"))
                .isEqualTo(TrailTexts.plain("三财预[2025]1号"))
                .isEqualTo("三财预(2025)1号");
        assertThat(TrailTexts.words(" 公车　运行  ABC ")).containsExactly("公车", "运行", "abc");
        assertThat(TrailTexts.pairs("公车运行")).containsExactlyInAnyOrder("公车", "车运", "运行");
    }

    private static TrailKeys keys(String kind) {
        return EventSamples.all().stream()
                .filter(event -> EventName.of(event).name().equals(kind))
                .map(event -> TrailKeys.of(envelope(event)))
                .findFirst()
                .orElseThrow();
    }

    private static Envelope<LedgerEvent> envelope(LedgerEvent event) {
        return new Envelope<>(UUID.randomUUID(), RecordedSamples.WANG, LocalDate.of(2025, 2, 5), event);
    }
}
