package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Compares responses with the description that the service serves. A field that is not described is a difference, too. */
final class ApiContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonNode DESCRIPTION = read();
    private static final Map<JsonNode, Schema> COMPILED = new ConcurrentHashMap<>();

    private ApiContract() {}

    /** Fails if a response of a described operation has a status, content type or body that is not described. */
    static void verify(HttpRequest request, HttpResponse<String> response) {
        operation(request.method(), request.uri().getPath()).ifPresent(operation -> {
            String what = request.method() + " " + request.uri() + ": " + response.statusCode();
            JsonNode described = resolve(operation.at("/responses/" + response.statusCode()));
            assertThat(described.isMissingNode()).as(what + " is not described").isFalse();
            verify(what, described.path("content"), response);
        });
    }

    private static void verify(String what, JsonNode contents, HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (contents.isEmpty() || type.isEmpty() || contents.has("*/*")) {
            return;
        }
        assertThat(contents.has(type)).as(what + " has the type " + type).isTrue();
        if (type.equals("application/json")) {
            Schema schema = COMPILED.computeIfAbsent(contents.path(type).path("schema"), ApiContract::compile);
            assertThat(schema.validate(parse(response.body())))
                    .as(what + " " + response.body())
                    .isEmpty();
        }
    }

    /** The path with the fewest variables that matches. */
    private static Optional<JsonNode> operation(String method, String path) {
        String canonical = path.length() > 1 ? path.replaceFirst("/$", "") : path;
        return DESCRIPTION.path("paths").properties().stream()
                .filter(entry -> canonical.matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparing(
                        entry -> entry.getKey().chars().filter(c -> c == '{').count()))
                .map(entry -> entry.getValue().path(method.toLowerCase(java.util.Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode());
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? DESCRIPTION.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Schema compile(JsonNode schema) {
        ObjectNode root = schema.deepCopy();
        root.set("components", DESCRIPTION.path("components"));
        return SCHEMAS.getSchema(root);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(body, e);
        }
    }

    private static JsonNode read() {
        try (InputStream file = ApiContract.class.getResourceAsStream("/io/kubefate/server/openapi.json")) {
            JsonNode description = JSON.readTree(file);
            close(description);
            return description;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clients ignore fields that they do not know; these tests do not. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiContract::close);
    }
}
