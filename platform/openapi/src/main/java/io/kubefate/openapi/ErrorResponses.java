package io.kubefate.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The errors that operations have in common, each described once. */
final class ErrorResponses {

    private static final Set<String> OF_TOKENS = Set.of("401", "403");
    private static final Set<String> OF_LATER = Set.of("429", "503");

    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put("400", "The request, or the cluster.yaml in it, is invalid; the text says what to write.");
        MEANINGS.put("401", "There is no valid token.");
        MEANINGS.put("403", "The user does not have the permission.");
        MEANINGS.put("404", "There is no such object.");
        MEANINGS.put("408", "The body did not arrive in time.");
        MEANINGS.put("409", "The state of the cluster, job or plugin does not allow it; the text says what to do.");
        MEANINGS.put("412", "The cluster has another version than the one in If-Match; the text says who changed it.");
        MEANINGS.put("413", "The body is too large.");
        MEANINGS.put("415", "The body is compressed.");
        MEANINGS.put("422", "The Idempotency-Key belongs to another request.");
        MEANINGS.put("429", "Too many streams are open, or too many logins have failed.");
        MEANINGS.put("500", "A defect of the service or of a plugin; the log has details under the id in the text.");
        MEANINGS.put("502", "Kubernetes rejected a request of the service.");
        MEANINGS.put("503", "Kubernetes or the database is unavailable, or the service is overloaded.");
    }

    private ErrorResponses() {}

    static Map<String, ApiResponse> all() {
        Map<String, ApiResponse> responses = new LinkedHashMap<>();
        MEANINGS.forEach((status, meaning) -> responses.put("Error" + status, response(status, meaning)));
        return responses;
    }

    static ApiResponse reference(String status) {
        return new ApiResponse().$ref("#/components/responses/Error" + status);
    }

    private static ApiResponse response(String status, String meaning) {
        String schema = OF_TOKENS.contains(status) ? "Unauthorized" : "ErrorReply";
        Content content = new Content().addMediaType("application/json", media(schema));
        if (status.equals("429")) {
            content = new Content()
                    .addMediaType("application/json", new MediaType().schema(oneOf("ErrorReply", "Unauthorized")));
        }
        if (status.equals("404")) {
            content.addMediaType("text/plain", new MediaType().schema(Schemas.named("string")));
        }
        ApiResponse response = new ApiResponse().description(meaning).content(content);
        if (OF_LATER.contains(status)) {
            response.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .description("Seconds after which to try again.")
                            .schema(Schemas.named("integer")));
        }
        return response;
    }

    private static MediaType media(String name) {
        return new MediaType().schema(Schemas.reference(name));
    }

    private static Schema<?> oneOf(String... names) {
        Schema<Object> schema = new JsonSchema();
        for (String name : names) {
            schema.addOneOfItem(Schemas.reference(name));
        }
        return schema;
    }
}
