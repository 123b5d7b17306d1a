package org.mingzhang.application.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.webmvc.api.OpenApiResource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API as a page that people read; it shows what {@code /v3/api-docs} says, and nothing of its own. */
@Controller
class ApiReference {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OpenApiResource description;
    private final String address;

    ApiReference(OpenApiResource description, @Value("${springdoc.api-docs.path}") String address) {
        this.description = description;
        this.address = address;
    }

    /**
     * An operation as the page shows it.
     *
     * @param fields of its body, those of rows indented by their path
     * @param example the first that succeeds, as it is sent
     */
    record Shown(
            String method,
            String path,
            String summary,
            String description,
            List<Field> parameters,
            List<Field> fields,
            List<String> statuses,
            String example) {
        /** The place on the page. */
        public String anchor() {
            return (method + path).replaceAll("[^A-Za-z0-9]+", "-");
        }
    }

    /** @param type with the choices of a choice */
    record Field(String name, String type, boolean required, String words) {}

    @GetMapping("/api-reference")
    String reference(HttpServletRequest request, Model model, Locale locale) throws Exception {
        JsonNode api = JSON.readTree(description.openapiJson(request, address, locale));
        Map<String, List<Shown>> parts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                JsonNode operation = method.getValue();
                parts.computeIfAbsent(operation.path("tags").path(0).asString("api"), tag -> new ArrayList<>())
                        .add(shown(api, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation));
            }
        }
        model.addAttribute("parts", parts);
        model.addAttribute("address", address);
        return "api-reference";
    }

    private static Shown shown(JsonNode api, String method, String path, JsonNode operation) {
        List<Field> parameters = new ArrayList<>();
        for (JsonNode said : operation.path("parameters")) {
            JsonNode parameter = referred(api, said);
            parameters.add(new Field(
                    parameter.path("name").asString(""),
                    parameter.path("in").asString(""),
                    parameter.path("required").asBoolean(false),
                    parameter.path("description").asString("")));
        }
        List<Field> fields = new ArrayList<>();
        fields(operation.at("/requestBody/content/application~1json/schema"), "", fields);
        return new Shown(
                method,
                path,
                operation.path("summary").asString(""),
                operation.path("description").asString(""),
                parameters,
                fields,
                List.copyOf(operation.path("responses").propertyNames()),
                example(operation));
    }

    /** What is described once for all operations stands elsewhere. */
    private static JsonNode referred(JsonNode api, JsonNode parameter) {
        String elsewhere = parameter.path("$ref").asString("");
        return elsewhere.isEmpty() ? parameter : api.at(elsewhere.substring(1));
    }

    private static void fields(JsonNode schema, String path, List<Field> into) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode field = property.getValue();
            String name = path + property.getKey();
            into.add(new Field(
                    name,
                    field.path("type").asString("")
                            + (field.has("format") ? " " + field.path("format").asString("") : ""),
                    required.contains(property.getKey()),
                    choices(field)));
            fields(field.path("items"), name + "[].", into);
        }
    }

    private static String choices(JsonNode field) {
        List<String> choices = new ArrayList<>();
        field.path("enum").forEach(choice -> choices.add(choice.asString("")));
        return String.join(" | ", choices);
    }

    private static String example(JsonNode operation) {
        for (JsonNode example : operation.path("x-examples")) {
            if (example.path("status").asInt(0) < 400 && example.has("body")) {
                return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example.get("body"));
            }
        }
        return "";
    }
}
