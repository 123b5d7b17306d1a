package org.mingzhang.application.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.command.web.CommandDescriptions;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Lays summaries, parameters, answers and examples over what springdoc finds in the code. */
@Component
class ApiDescription implements OpenApiCustomizer {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)[^}]*}");

    private final Map<String, Operation> operations = Operations.read();
    private final CommandOperation commands;

    ApiDescription(CommandDescriptions descriptions) {
        this.commands = new CommandOperation(descriptions);
    }

    /** Method and pattern as the file of operations writes them. */
    static String address(PathItem.HttpMethod method, String pattern) {
        return method + " " + VARIABLE.matcher(pattern).replaceAll("{$1}");
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info()
                .title("明账 · Mingzhang")
                .version("1")
                .description("部门预算的读写接口：金额以分为单位的整数（fen），日期为上海日期。 Programs send a token of the account page (Bearer),"
                        + " or login and password (Basic). The header Mingzhang-Role chooses among a person's"
                        + " roles, Mingzhang-On-Behalf-Of names who delegated to them; 403 where that is not"
                        + " theirs, 429 after too many wrong passwords. x-examples run in their order."));
        ApiAnswers.describe(api);
        SharedParameters.describe(api.getComponents());
        api.getComponents()
                .addSecuritySchemes(
                        "basic",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(
                        "token",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        api.getPaths()
                .forEach((pattern, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> describe(address(method, pattern), operation)));
    }

    private void describe(String address, io.swagger.v3.oas.models.Operation described) {
        Operation operation = operations.get(address);
        if (operation == null) {
            return;
        }
        described.setSummary(operation.chinese());
        described.setDescription(operation.english());
        described.setTags(List.of(tag(address)));
        described.setSecurity(
                operation.examples().stream().allMatch(example -> example.as().isEmpty())
                        ? List.of()
                        : List.of(
                                new SecurityRequirement().addList("token"),
                                new SecurityRequirement().addList("basic")));
        parameters(address, operation, described);
        commands.describe(address, operation, described);
        SharedParameters.describe(address, described);
        ApiAnswers.describe(operation, described);
        SharedParameters.describeAnswer(address, described);
        described.addExtension(
                "x-examples",
                operation.examples().stream().map(ApiDescription::plain).toList());
    }

    /** The part of the API that it belongs to: the word after {@code /api/}. */
    private static String tag(String address) {
        return address.replaceFirst(".*/api/([a-z]+).*", "$1");
    }

    /** Variables of the pattern that no Java parameter names, and an example for each parameter. */
    private static void parameters(String address, Operation operation, io.swagger.v3.oas.models.Operation described) {
        Operation.Example first = operation.examples().getFirst();
        Matcher variables = VARIABLE.matcher(address);
        while (variables.find()) {
            String name = variables.group(1);
            if (parameters(described).stream()
                    .noneMatch(known -> known.getName().equals(name))) {
                described.addParametersItem(Parts.inPath(name));
            }
        }
        first.query().forEach((name, value) -> {
            if (parameters(described).stream()
                    .noneMatch(known -> known.getName().equals(name))) {
                described.addParametersItem(Parts.inQuery(name));
            }
        });
        for (Parameter parameter : parameters(described)) {
            Object example =
                    first.path().getOrDefault(parameter.getName(), first.query().getOrDefault(parameter.getName(), ""));
            if (!example.toString().isEmpty()) {
                parameter.setExample(example);
            }
        }
    }

    private static List<Parameter> parameters(io.swagger.v3.oas.models.Operation described) {
        return described.getParameters() == null ? List.of() : described.getParameters();
    }

    private static Map<String, Object> plain(Operation.Example example) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("order", example.order());
        example.as().ifPresent(as -> plain.put("as", as));
        putUnlessEmpty(plain, "path", example.path());
        putUnlessEmpty(plain, "query", example.query());
        putUnlessEmpty(plain, "headers", example.headers());
        putUnlessEmpty(plain, "files", example.files());
        putUnlessEmpty(plain, "workbook", example.workbook());
        example.body().ifPresent(body -> plain.put("body", body));
        plain.put("status", example.status());
        example.keeps().ifPresent(keeps -> plain.put("keeps", keeps));
        return plain;
    }

    private static void putUnlessEmpty(Map<String, Object> plain, String name, Map<String, Object> members) {
        if (!members.isEmpty()) {
            plain.put(name, members);
        }
    }
}
