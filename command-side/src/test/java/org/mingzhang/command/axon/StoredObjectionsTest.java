package org.mingzhang.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DepartmentCode;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Objected;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.ledger.codec.KernelJson;

class StoredObjectionsTest {
    private final StoredObjections stored = new StoredObjections(KernelJson.mapper());

    static Stream<Class<?>> refusals() {
        return Stream.of(Refusal.class.getPermittedSubclasses())
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_is_read_back_as_it_was_said(Class<?> kind) throws ReflectiveOperationException {
        Decision.Objection said = new Decision.Objection(7, "content.amount", sample(kind));
        assertThat(stored.read(stored.stored(said))).isEqualTo(said);
    }

    @Test
    void a_reason_that_this_release_does_not_know_is_still_named() {
        assertThat(stored.read(new Objected(3, "unit", "moon-not-full", "{}")))
                .isEqualTo(new Decision.Objection(3, "unit", new Refusal.RefusedBefore("moon-not-full")));
        assertThat(stored.read(new Objected(0, "", "unit-known", "{\"other\":1}")))
                .isEqualTo(new Decision.Objection(0, "", new Refusal.RefusedBefore("unit-known")));
    }

    private static Refusal sample(Class<?> kind) throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        Constructor<?> constructor = kind.getDeclaredConstructor(
                Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
        return (Refusal) constructor.newInstance(
                Stream.of(components).map(StoredObjectionsTest::value).toArray());
    }

    private static Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == Set.class) {
            Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return Set.of(element.getEnumConstants()[0], element.getEnumConstants()[1]);
        }
        return type.isEnum() ? type.getEnumConstants()[0] : value(type);
    }

    private static Object value(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "甲";
            case "int" -> 3;
            case "long" -> 4L;
            case "LocalDate" -> LocalDate.of(2025, 2, 5);
            case "YearMonth" -> YearMonth.of(2025, 2);
            case "List" -> List.of(1, 3);
            case "Amount" -> new Amount(5);
            case "Actor" -> new Actor("qian", "钱代理", Role.DEPARTMENT_HEAD, Optional.of("zhao"));
            case "BudgetId" -> BudgetId.parse("411200-103-2025");
            case "DivisionCode" -> new DivisionCode("411200");
            case "DepartmentCode" -> new DepartmentCode("103");
            case "UnitCode" -> new UnitCode("103001");
            case "FiscalYear" -> new FiscalYear(2025);
            case "LineKey" -> new LineKey("51");
            case "ProjectCode" -> new ProjectCode("411200240000000008296");
            case "DeptEconomicCode" -> new DeptEconomicCode("30231");
            case "GovEconomicCode" -> new GovEconomicCode("50208");
            default -> throw new IllegalStateException("no sample of " + type);
        };
    }
}
