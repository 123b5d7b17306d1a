package org.mingzhang.ledger.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DepartmentCode;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;

/** How values of the kernel look as JSON: codes as texts, amounts as whole fen, days as ISO texts. */
public final class KernelJson {
    private KernelJson() {}

    /** A mapper for stored forms; strict in reading, canonical in writing. */
    public static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(codes())
                .addMixIn(Classification.class, ClassificationJson.class)
                .addMixIn(Statement.class, StatementJson.class)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, KernelJson::onlyTexts)
                .build();
    }

    private static void onlyTexts(MutableCoercionConfig texts) {
        texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static SimpleModule codes() {
        SimpleModule module = new SimpleModule("kernel");
        text(module, DivisionCode.class, DivisionCode::value, DivisionCode::new);
        text(module, DepartmentCode.class, DepartmentCode::value, DepartmentCode::new);
        text(module, UnitCode.class, UnitCode::value, UnitCode::new);
        text(module, FunctionCode.class, FunctionCode::value, FunctionCode::new);
        text(module, DeptEconomicCode.class, DeptEconomicCode::value, DeptEconomicCode::new);
        text(module, GovEconomicCode.class, GovEconomicCode::value, GovEconomicCode::new);
        text(module, ProjectCode.class, ProjectCode::value, ProjectCode::new);
        text(module, LineKey.class, LineKey::value, LineKey::new);
        text(module, LocalDate.class, LocalDate::toString, LocalDate::parse);
        text(module, YearMonth.class, YearMonth::toString, YearMonth::parse);
        text(module, BudgetId.class, BudgetId::toString, BudgetId::parse);
        text(module, FundsId.class, FundsId::toString, FundsId::parse);
        module.setDeserializerModifier(new ExactNames());
        number(module, FiscalYear.class, year -> (long) year.value(), value -> new FiscalYear(Math.toIntExact(value)));
        number(module, Amount.class, Amount::fen, Amount::new);
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<T, String> out, Function<String, T> in) {
        module.addSerializer(type, new StdScalarSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(out.apply(value));
            }
        });
        module.addDeserializer(type, new StdScalarDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                expect(JsonToken.VALUE_STRING, type, json, context);
                return in.apply(json.getText());
            }
        });
    }

    private static <T> void number(SimpleModule module, Class<T> type, Function<T, Long> out, Function<Long, T> in) {
        module.addSerializer(type, new StdScalarSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeNumber(out.apply(value));
            }
        });
        module.addDeserializer(type, new StdScalarDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                expect(JsonToken.VALUE_NUMBER_INT, type, json, context);
                return in.apply(json.getLongValue());
            }
        });
    }

    static void expect(JsonToken token, Class<?> type, JsonParser json, DeserializationContext context)
            throws JsonMappingException {
        if (json.currentToken() != token) {
            context.reportWrongTokenException(type, token, "%s is stored as another token", type.getSimpleName());
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "side")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Classification.Expenditure.class, name = "expenditure"),
        @JsonSubTypes.Type(value = Classification.Revenue.class, name = "revenue")
    })
    private interface ClassificationJson {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "topic")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Statement.Duties.class, name = "duties"),
        @JsonSubTypes.Type(value = Statement.Institutions.class, name = "institutions"),
        @JsonSubTypes.Type(value = Statement.AnnualGoals.class, name = "annual-goals"),
        @JsonSubTypes.Type(value = Statement.AnnualTasks.class, name = "annual-tasks"),
        @JsonSubTypes.Type(value = Statement.ProcurementPlan.class, name = "procurement"),
        @JsonSubTypes.Type(value = Statement.AssetsHeld.class, name = "assets"),
        @JsonSubTypes.Type(value = Statement.SpecialTransfers.class, name = "special-transfers"),
        @JsonSubTypes.Type(value = Statement.KeyProjects.class, name = "key-projects"),
        @JsonSubTypes.Type(value = Statement.Glossary.class, name = "glossary")
    })
    private interface StatementJson {}
}
