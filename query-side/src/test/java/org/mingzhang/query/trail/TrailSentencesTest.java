package org.mingzhang.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsStage;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.codec.EventSamples;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.Measure;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Everything that can have happened is told, in both languages. */
class TrailSentencesTest {
    private static final Locale CHINESE = Locale.ROOT;
    private static final Pattern GAP = Pattern.compile(
            "（\\s*[—，,]*\\s*）|\\(\\s*[—,]*\\s*\\)|（[，,]|“”|null|\\?\\?|[ 　]{2}|[:：，,] *$| [.,]|——|\\{\\d",
            Pattern.MULTILINE);

    static Stream<LedgerEvent> kinds() {
        return EventSamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_has_a_sentence_a_name_and_words_for_all_it_changed(LedgerEvent event) {
        for (Locale locale : List.of(CHINESE, Locale.ENGLISH)) {
            TrailEntry entry = told(locale, event);
            assertThat(entry.sentence()).isNotBlank().doesNotContain("{", "Optional", "[", "Amount", "value=");
            assertThat(entry.kindName()).isNotBlank();
            assertThat(entry.whole()).contains("王敏", entry.at());
            for (Change change : entry.changes()) {
                assertThat(change.what()).isNotBlank();
                assertThat(change.before() + change.after() + change.difference())
                        .isNotBlank()
                        .doesNotContain("Optional", "value=", "Amount");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothing_is_told_with_a_gap_in_it_whatever_an_event_leaves_out(LedgerEvent event) {
        List<LedgerEvent> all = new ArrayList<>(EmptiedParts.of(event));
        all.removeIf(TrailSentencesTest::neverRecorded);
        all.add(event);
        for (LedgerEvent one : all) {
            for (Locale locale : List.of(CHINESE, Locale.ENGLISH)) {
                TrailEntry entry = told(locale, one);
                String text = entry.sentence() + "\n" + entry.whole() + "\n" + entry.kindName();
                assertThat(text).as("%s of %s", locale, one).doesNotContainPattern(GAP);
                entry.changes().forEach(change -> assertThat(change.what()).doesNotContainPattern(GAP));
            }
        }
    }

    @Test
    void what_took_effect_without_an_approval_names_none() {
        LedgerEvent alone = EmptiedParts.of(sample("adjustment-took-effect")).stream()
                .filter(event -> event instanceof AdjustmentEvent.AdjustmentTookEffect effect
                        && effect.approval().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(told(CHINESE, alone).sentence()).isEqualTo("使第 1 号调整单自 2025-02-05 起生效，调减 50,000.00 元，调增 0.00 元。");
        assertThat(told(Locale.ENGLISH, alone).sentence())
                .isEqualTo("put adjustment no. 1 into effect from 2025-02-05: 50,000.00 yuan less, 0.00 yuan more.");
    }

    @Test
    void a_revision_tells_only_what_it_changed_and_what_that_was_before() {
        assertThat(told(CHINESE, sample("line-revised")).changes())
                .containsExactly(new Change("金额", "100,000.00", "90,000.00", "−10,000.00"));
        assertThat(told(Locale.ENGLISH, sample("project-adjusted")).changes())
                .contains(new Change("name", "公车运行费用（市政府办）", "公车运行与租赁"), new Change("unit", "103001", "103002"));
        assertThat(told(Locale.ENGLISH, sample("rights-changed")).changes())
                .contains(new Change("roles", "", "unit officer；department finance"));
    }

    @Test
    void figures_of_an_earlier_year_are_told_one_by_one() {
        assertThat(told(CHINESE, sample("comparatives-stated")).changes())
                .containsExactly(
                        new Change("支出总计", "3,299,200.00", "32,992,000.00", "+29,692,800.00"),
                        new Change("功能科目 201", "", "26,000,000.00"));
        assertThat(told(Locale.ENGLISH, sample("comparatives-stated")).changes())
                .contains(new Change("Function 201", "", "26,000,000.00"));
    }

    @Test
    void an_adjustment_tells_what_moved_where_and_why() {
        TrailEntry submitted = told(CHINESE, sample("adjustment-submitted"));
        assertThat(submitted.sentence()).isEqualTo("提交了第 1 号调整单（项目间调剂），调出 50,000.00 元，调入 0.00 元，需经 2 个环节。");
        assertThat(submitted.reason()).isEqualTo("项目实施内容变化");
        assertThat(submitted.changes()).contains(new Change("51 · 冻结", "", "", "+50,000.00"));
        assertThat(submitted.adjustment()).contains(1);
        TrailEntry returned = told(Locale.ENGLISH, sample("adjustment-returned"));
        assertThat(returned.sentence()).isEqualTo("returned adjustment no. 1.");
        assertThat(returned.reason()).isEqualTo("缺少测算");
        assertThat(told(CHINESE, sample("adjustment-took-effect")).documentNumbers())
                .isEqualTo("三财预〔2025〕1号《关于批复2025年部门预算的通知》");
    }

    @Test
    void moved_money_is_told_with_what_the_line_stood_at_before_and_after_it() {
        LedgerEvent effect = sample("adjustment-took-effect");
        Posting given = effect.postings().getFirst();
        Measure adjusted = Measure.of(given).at(Stage.ADJUSTED);
        Map<Measure, Amount> before = new HashMap<>();
        effect.postings().forEach(posting -> before.put(Measure.of(posting), Amount.ZERO));
        before.put(adjusted.at(Stage.INITIAL), new Amount(10_000_000));
        before.put(adjusted, new Amount(-1_000_000));
        before.put(adjusted.at(Stage.FROZEN), new Amount(5_000_000));
        assertThat(told(CHINESE, effect, events -> Map.of(7L, before)).changes())
                .contains(
                        new Change("51 · 冻结", "50,000.00", "0.00", "−50,000.00"),
                        new Change("51 · 调整后预算", "90,000.00", "40,000.00", "−50,000.00"));
        TrailEntry drawn = told(
                Locale.ENGLISH,
                sample("source-drawn"),
                events -> Map.of(7L, Map.of(Measure.source(1, FundsStage.DRAWN), new Amount(100))));
        assertThat(drawn.changes()).anyMatch(change -> change.before().equals("1.00"));
        assertThat(drawn.difference()).isNotBlank();
    }

    @Test
    void who_acted_for_somebody_is_told_with_both_names() {
        TrailEntry entry = told(CHINESE, sample("adjustment-returned"));
        assertThat(entry.who().name()).isEqualTo("王敏");
        assertThat(entry.who().forName()).isEqualTo("赵丽");
        assertThat(entry.whole()).isEqualTo("2025-02-05 10:00:00，王敏（部门财务，代 赵丽）退回了第 1 号调整单。");
        assertThat(told(CHINESE, sample("person-signed-in")).whole())
                .isEqualTo("2025-02-05 10:00:00，wang.min 登录（密码）（操作人：王敏（部门财务，代 赵丽））");
    }

    @Test
    void a_refusal_tells_its_reasons_and_from_where_it_came() {
        TrailEntry entry = told(Locale.ENGLISH, sample("command-refused"));
        assertThat(entry.refused()).isTrue();
        assertThat(entry.sentence()).isEqualTo("handed in “remove a line”, which was refused: line-unknown");
        assertThat(entry.address()).isEqualTo("10.0.0.7");
        assertThat(entry.command()).isEqualTo("RemoveLine");
    }

    /** Who locks or delegates must say why, nothing is refused for no reason, and nothing goes on as nothing. */
    private static boolean neverRecorded(LedgerEvent event) {
        return switch (event) {
            case AdministrationEvent.AccountLocked e -> e.reason().isEmpty();
            case AdministrationEvent.DelegationGiven e -> e.reason().isEmpty();
            case SubmissionEvent.CommandRefused e -> e.objections().isEmpty();
            case CrosswalkEvent.Recorded e -> e.succession().after().isEmpty();
            default -> false;
        };
    }

    private static LedgerEvent sample(String kind) {
        return EventSamples.all().stream()
                .filter(event -> EventName.of(event).name().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static TrailEntry told(Locale locale, LedgerEvent event) {
        return told(locale, event, events -> Map.of());
    }

    private static TrailEntry told(Locale locale, LedgerEvent event, StoodBefore stood) {
        RecordedEvent recorded = new RecordedEvent(
                7,
                UUID.randomUUID(),
                event.stream(),
                0,
                EventName.of(event),
                Instant.parse("2025-02-05T02:00:00Z"),
                new Envelope<>(UUID.randomUUID(), RecordedSamples.WANG, RecordedSamples.DAY, event));
        return new TrailTelling(
                        words(),
                        (refused, most, in) -> refused.objections().stream()
                                .map(one -> one.key())
                                .toList(),
                        acts -> Map.of(),
                        stood,
                        login -> Optional.of(login).filter("zhao.li"::equals).map(known -> "赵丽"),
                        locale)
                .tell(List.of(recorded))
                .getFirst();
    }

    static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames("messages/site", "messages/tables");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }
}
