package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.comparison.Bridge.Known.Lines;
import org.mingzhang.query.comparison.BridgeDocuments.Effective;
import org.mingzhang.query.comparison.BridgeQuestion.Ends;
import org.mingzhang.query.comparison.BridgeReader.Answer;
import org.mingzhang.query.comparison.BridgeView.Line;
import org.mingzhang.query.comparison.BridgedMoney.Money;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;

/** What of a bridge is printed, drawn and told to whom. */
class BridgeViewTest {
    private static final FiscalYear Y2025 = new FiscalYear(2025);
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final LocalDate DAY = LocalDate.of(2025, 5, 20);
    private static final String PROJECT = "411200250000000000001";
    private static final Basis APPROVAL = new Basis("三财预〔2025〕103号", "关于调整部门预算的批复", "财政局", DAY, true);

    private static Effective document(int number, ReasonClass reason, long... fen) {
        AdjustmentRequest request = new AdjustmentRequest(
                AdjustmentDirection.SHIFT,
                reason,
                "汛期抢修",
                DAY,
                List.of(),
                List.of(),
                "",
                Optional.empty(),
                "",
                "",
                "",
                Optional.empty(),
                number == 3 ? Optional.of(1) : Optional.empty(),
                Optional.empty());
        return new Effective(
                new Facts.AdjustmentFact(
                        number, AdjustmentKind.PROJECT_SHIFT, request, List.of(), true, "", "caiwu", "王敏", DAY),
                new Facts.AdjustmentStep(
                        number,
                        "effective",
                        Optional.empty(),
                        "刘洋",
                        Role.BUDGET_OFFICE,
                        DAY,
                        Optional.of(APPROVAL),
                        "",
                        Optional.of(DAY)),
                LongStream.of(fen)
                        .mapToObj(one -> Postings.adjusted(PROJECT, one))
                        .toList());
    }

    private static Effective marked(Effective document) {
        Facts.AdjustmentFact fact = document.fact();
        return new Effective(
                new Facts.AdjustmentFact(
                        fact.number(),
                        fact.kind(),
                        fact.request().marked(Optional.of(RevisionCut.TOTAL)),
                        List.of(),
                        true,
                        "",
                        "caiwu",
                        "王敏",
                        DAY),
                document.effect(),
                document.movements());
    }

    private static BridgeView view(Set<BudgetId> staff, List<Effective> effective) {
        Map<String, Effective> documents = new LinkedHashMap<>();
        effective.forEach(one -> documents.put(Integer.toString(one.number()), one));
        Ends ends = new Ends(Y2025, ComparedStage.INITIAL, Y2025, ComparedStage.ADJUSTED);
        Answer answer = new Answer(
                BridgeQuestion.read("411200-103", Map.of("unit", "yuan")).over(ends),
                ends,
                "示例局",
                List.of(),
                new KnownYears(Map.of(BUDGET, Moment.at(9)), Map.of()),
                new Money(
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        new LineIdentity(Crosswalk.none(), Y2025, Y2025, unit -> true),
                        Set.of(),
                        false),
                Bridge.within(
                        new Lines(List.of(Postings.project(2025, PROJECT, 100_000))),
                        effective.stream().map(Effective::document).toList()),
                Map.of(),
                documents,
                Map.of(),
                staff,
                Set.of());
        return new BridgeView(answer, (key, arguments) -> key + List.of(arguments));
    }

    private static List<Line> lines(BridgeView view) {
        return view.groups().stream().flatMap(group -> group.lines().stream()).toList();
    }

    private static final List<Effective> DOCUMENTS = List.of(
            document(1, ReasonClass.TASK, -3_000, 3_000),
            document(2, ReasonClass.TASK, 1_000),
            document(3, ReasonClass.POLICY, -250));

    @Test
    void documents_stand_under_their_reason_with_its_sum_and_a_shift_says_what_it_shifts() {
        BridgeView view = view(Set.of(BUDGET), DOCUMENTS);
        assertThat(view.groups())
                .extracting(BridgeView.Group::reason)
                .containsExactly(BridgeReason.POLICY, BridgeReason.TASK);
        assertThat(view.groups()).extracting(BridgeView.Group::sum).containsExactly("▼ −2.50", "▲ +10.00");
        assertThat(lines(view)).extracting(Line::change).containsExactly("▼ −2.50", "0.00", "▲ +10.00");
        assertThat(lines(view)).extracting(Line::gross).containsExactly("", "30.00", "");
        assertThat(lines(view).getFirst().reverses()).contains(1);
        assertThat(lines(view)).extracting(Line::document).containsOnly(Optional.of(APPROVAL));
    }

    @Test
    void a_document_that_is_marked_as_a_cut_stands_with_those_that_said_so_as_their_reason() {
        BridgeView view = view(
                Set.of(BUDGET),
                List.of(
                        document(1, ReasonClass.REVISION_CUT, -3_000),
                        marked(document(2, ReasonClass.TASK, -1_000)),
                        document(4, ReasonClass.TASK, -500)));
        assertThat(view.groups())
                .extracting(BridgeView.Group::reason)
                .containsExactly(BridgeReason.TASK, BridgeReason.REVISION_CUT);
        assertThat(view.groups()).extracting(BridgeView.Group::sum).containsExactly("▼ −5.00", "▼ −40.00");
    }

    @Test
    void a_shift_is_no_bar_and_both_ends_are() {
        Waterfall chart = view(Set.of(BUDGET), DOCUMENTS).chart();
        assertThat(chart.bars())
                .extracting(Waterfall.Bar::shape)
                .containsExactly(
                        Waterfall.Shape.START, Waterfall.Shape.LESS, Waterfall.Shape.MORE, Waterfall.Shape.END);
        assertThat(chart.bars().get(2).link()).contains("/bridge/step?").contains("reason=task&key=2");
    }

    @Test
    void the_public_is_told_documents_and_neither_words_of_people_nor_the_way_to_them() {
        assertThat(lines(view(Set.of(), DOCUMENTS))).allSatisfy(line -> {
            assertThat(line.said()).isEmpty();
            assertThat(line.adjustment()).isEmpty();
            assertThat(line.document()).isPresent();
        });
        assertThat(lines(view(Set.of(BUDGET), DOCUMENTS))).allSatisfy(line -> {
            assertThat(line.said()).isEqualTo("汛期抢修");
            assertThat(line.adjustment()).startsWith("/execute/411200-103-2025/adjustments/");
        });
    }

    @Test
    void too_many_steps_are_drawn_by_reason_and_listed_one_by_one() {
        List<Effective> many = new ArrayList<>();
        IntStream.rangeClosed(1, 20)
                .forEach(number ->
                        many.add(document(number, number % 2 == 0 ? ReasonClass.TASK : ReasonClass.PRICE, number)));
        BridgeView view = view(Set.of(BUDGET), many);
        assertThat(view.chart().bars()).hasSize(4);
        assertThat(view.chart().bars().get(1).label()).isEqualTo("▲ +1.10");
        assertThat(view.chart().bars().get(1).link()).endsWith("reason=task");
        assertThat(lines(view)).hasSize(20);
    }
}
