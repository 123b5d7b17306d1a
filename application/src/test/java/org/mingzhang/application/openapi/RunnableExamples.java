package org.mingzhang.application.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The examples of a description, in their order, each sent as the description gives it and nothing else. */
final class RunnableExamples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String password;
    private final Map<String, String> kept = new HashMap<>();

    RunnableExamples(String address, String password) {
        this.address = address;
        this.password = password;
    }

    record Step(String method, String pattern, JsonNode example) {
        int order() {
            return example.get("order").intValue();
        }

        int status() {
            return example.get("status").intValue();
        }

        @Override
        public String toString() {
            return order() + " " + method + " " + pattern + " → " + status();
        }
    }

    static List<Step> in(JsonNode description) {
        List<Step> steps = new ArrayList<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> method.getValue()
                                .path("x-examples")
                                .forEach(example -> steps.add(
                                        new Step(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), example)))));
        steps.sort(Comparator.comparingInt(Step::order));
        return steps;
    }

    HttpResponse<String> send(Step step) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path(step)));
        JsonNode example = step.example();
        if (example.has("as")) {
            String credentials = example.get("as").textValue() + ":" + password;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        example.path("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        body(step.method(), example, request);
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (example.has("keeps")) {
            String member = example.get("keeps").textValue();
            kept.put(member, JSON.readTree(answer.body()).get(member).asText());
        }
        return answer;
    }

    private String path(Step step) {
        String path = step.pattern();
        for (Map.Entry<String, JsonNode> variable : step.example().path("path").properties()) {
            path = path.replace(
                    "{" + variable.getKey() + "}",
                    encode(filled(variable.getValue().asText())));
        }
        List<String> query = new ArrayList<>();
        step.example()
                .path("query")
                .properties()
                .forEach(parameter -> query.add(
                        parameter.getKey() + "=" + encode(parameter.getValue().asText())));
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private void body(String method, JsonNode example, HttpRequest.Builder request) {
        if (example.has("files") || example.has("workbook")) {
            String boundary = "example";
            StringBuilder parts = new StringBuilder();
            if (example.has("body")) {
                parts.append("--" + boundary + "\r\n")
                        .append("Content-Disposition: form-data; name=\"document\"\r\n")
                        .append("Content-Type: application/json\r\n\r\n")
                        .append(filled(example.get("body").toString()))
                        .append("\r\n");
            }
            for (String name : List.of("files", "workbook")) {
                example.path(name)
                        .properties()
                        .forEach(file -> parts.append("--" + boundary + "\r\n")
                                .append("Content-Disposition: form-data; name=\"" + name + "\"; filename=\""
                                        + file.getKey() + "\"\r\n")
                                .append("Content-Type: text/csv\r\n\r\n")
                                .append(file.getValue().textValue())
                                .append("\r\n"));
            }
            parts.append("--" + boundary + "--\r\n");
            request.header("Content-Type", "multipart/form-data; boundary=" + boundary);
            request.POST(HttpRequest.BodyPublishers.ofString(parts.toString()));
        } else if (example.has("body")) {
            request.header("Content-Type", "application/json");
            request.method(
                    method,
                    HttpRequest.BodyPublishers.ofString(
                            filled(example.get("body").toString())));
        } else {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        }
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> one : kept.entrySet()) {
            filled = filled.replace("\"$" + one.getKey() + "\"", one.getValue())
                    .replace("$" + one.getKey(), one.getValue());
        }
        return filled;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
