package org.mingzhang.command.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mingzhang.command.budget.PolicyCommand;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.Value;
import org.mingzhang.kernel.policy.AmendedLimit;
import org.mingzhang.kernel.policy.AmendedTier;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.policy.Measure;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.ReasonClass;

/** Amendments of the rules, out of JSON or a form: a row for each tier of a kind and for each limit. */
final class PolicyReadings {
    private PolicyReadings() {}

    static PolicyCommand propose(DivisionCode division, Sent.Group sent) {
        FieldReader fields = FieldReader.of(sent);
        Value<LocalDate> from = fields.value("from", Parse::day);
        Value<Optional<LocalDate>> to = fields.optional("to", Parse::day);
        Value<List<AmendedTier>> tiers = fields.each("paths", PolicyReadings::tier);
        Value<List<AmendedLimit>> limits = fields.each("limits", PolicyReadings::limit);
        String reason = fields.optionalText("reason");
        fields.nothingElse();
        return fields.finish(fields.made(() ->
                new PolicyCommand.ProposeAmendment(division, from.get(), to.get(), tiers.get(), limits.get(), reason)));
    }

    static PolicyCommand putInForce(DivisionCode division, int number, Sent.Group sent) {
        FieldReader fields = FieldReader.of(sent);
        String opinion = fields.optionalText("opinion");
        fields.nothingElse();
        return fields.finish(fields.made(() -> new PolicyCommand.PutAmendmentInForce(division, number, opinion)));
    }

    static PolicyCommand decline(DivisionCode division, int number, Sent.Group sent) {
        FieldReader fields = FieldReader.of(sent);
        String reason = fields.optionalText("reason");
        fields.nothingElse();
        return fields.finish(fields.made(() -> new PolicyCommand.DeclineAmendment(division, number, reason)));
    }

    private static Value<AmendedTier> tier(FieldReader row) {
        Value<AdjustmentKind> kind = row.value("kind", choice(AdjustmentKind.class, AdjustmentKind::label));
        Value<Amount> least = row.valueOr(Amount.ZERO, "least", AmountUnit.YUAN::parse);
        Value<Boolean> forbidden = row.flag("forbidden");
        Value<List<AdjustmentStation>> stations = stations(row);
        Value<Boolean> approval = row.flag("approvalDemanded");
        Value<String> basis = row.text("basis");
        Value<Boolean> confirmed = row.flag("confirmed");
        row.nothingElse();
        return row.made(() -> new AmendedTier(
                kind.get(),
                least.get(),
                !forbidden.get(),
                stations.get(),
                approval.get(),
                basis.get(),
                confirmed.get()));
    }

    private static Value<AmendedLimit> limit(FieldReader row) {
        Value<String> id = row.text("id");
        Value<List<AdjustmentKind>> kinds =
                row.valueOr(List.of(), "kinds", several(choice(AdjustmentKind.class, AdjustmentKind::label)));
        Value<Amount> least = row.valueOr(Amount.ZERO, "least", AmountUnit.YUAN::parse);
        Value<Measure> measure = row.value("measure", choice(Measure.class, Measure::name));
        String bound = row.optionalText("bound");
        Value<List<ReasonClass>> except =
                row.valueOr(List.of(), "except", several(choice(ReasonClass.class, ReasonClass::label)));
        Value<LimitEffect> effect = row.value("effect", choice(LimitEffect.class, LimitEffect::name));
        Value<List<AdjustmentStation>> stations = stations(row);
        Value<String> basis = row.text("basis");
        Value<Boolean> confirmed = row.flag("confirmed");
        row.nothingElse();
        return row.made(() -> whole(new AmendedLimit(
                id.get().strip(),
                kinds.get(),
                least.get(),
                measure.get(),
                bound.strip(),
                except.get(),
                effect.get(),
                stations.get(),
                basis.get(),
                confirmed.get())));
    }

    /** The limit, when it can be one at all. */
    private static AmendedLimit whole(AmendedLimit limit) {
        limit.in(LocalDate.EPOCH, Optional.empty(), 1);
        return limit;
    }

    /** By name or label, parted by commas; or one box for each. */
    private static Value<List<AdjustmentStation>> stations(FieldReader row) {
        Value<List<AdjustmentStation>> listed =
                row.valueOr(List.of(), "stations", several(choice(AdjustmentStation.class, AdjustmentStation::label)));
        List<AdjustmentStation> ticked = Stream.of(AdjustmentStation.values())
                .filter(station ->
                        row.flag(station.name().toLowerCase(Locale.ROOT)).read().orElse(false))
                .toList();
        return listed.read().isEmpty() || ticked.isEmpty() ? listed : Value.of(ticked);
    }

    private static <T> Function<String, List<T>> several(Function<String, T> one) {
        return text -> Stream.of(text.split("[,，、]"))
                .filter(name -> !name.isBlank())
                .map(one)
                .toList();
    }

    private static <E extends Enum<E>> Function<String, E> choice(Class<E> type, Function<E, String> label) {
        return Parse.choice(
                type,
                text -> Stream.of(type.getEnumConstants())
                        .filter(one -> label.apply(one).equals(text.strip()))
                        .findFirst()
                        .orElseThrow(() -> new InvalidValueException("request.not-a-choice", text)));
    }
}
