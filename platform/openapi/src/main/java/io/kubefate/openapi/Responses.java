package io.kubefate.openapi;

import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.server.http.body.ChangeHeaders;
import io.kubefate.server.http.description.DryRunAnswer;
import io.kubefate.server.http.description.ListOf;
import io.kubefate.server.http.description.Redirect;
import io.kubefate.server.http.description.WebSocket;
import io.kubefate.server.http.security.OwnPagesOnly;
import io.kubefate.server.http.security.Public;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The responses of an operation: its reply, and the errors that are possible. */
final class Responses {

    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";

    private final Schemas schemas;

    Responses(Schemas schemas) {
        this.schemas = schemas;
    }

    ApiResponses of(Operation operation, Method method) {
        ApiResponses responses = new ApiResponses();
        boolean socket = method.isAnnotationPresent(WebSocket.class);
        responses.addApiResponse(status(method, socket), success(method, socket));
        for (String status : errors(operation, method)) {
            responses.addApiResponse(status, ErrorResponses.reference(status));
        }
        return responses;
    }

    private static String status(Method method, boolean socket) {
        if (method.isAnnotationPresent(Redirect.class)) {
            return "303";
        }
        return socket ? "101" : "200";
    }

    private ApiResponse success(Method method, boolean socket) {
        if (socket) {
            return new ApiResponse()
                    .description("The connection is a WebSocket from now on; see docs/api.md for its frames.");
        }
        if (method.isAnnotationPresent(Redirect.class)) {
            return new ApiResponse()
                    .description("The browser continues elsewhere.")
                    .addHeaderObject(
                            "Location", new Header().description("Where.").schema(Schemas.named("string")));
        }
        ApiResponse response = new ApiResponse().description("Success.");
        Produces produces = method.getAnnotation(Produces.class);
        if (produces != null && produces.value()[0].equals(EVENTS)) {
            return response.description("A stream of server-sent events; see docs/api.md.")
                    .content(new Content().addMediaType(EVENTS, new MediaType().schema(Schemas.named("string"))));
        }
        if (produces != null && !produces.value()[0].equals(JSON)) {
            String type = produces.value()[0];
            Schema<?> body = Schemas.named(type.endsWith("+json") ? "object" : "string");
            return response.content(new Content().addMediaType(type, new MediaType().schema(body)));
        }
        if (data(method) == Cluster.class || data(method) == ClusterPlan.class || dryRun(method) == ClusterPlan.class) {
            response.addHeaderObject(
                    "ETag",
                    new Header().description("The version of the cluster.").schema(Schemas.named("string")));
        }
        return response.content(new Content().addMediaType(JSON, new MediaType().schema(reply(method))));
    }

    private Schema<?> reply(Method method) {
        Type type = returned(method);
        if (!(type instanceof ParameterizedType generic)
                || !generic.getRawType().getTypeName().endsWith(".Reply")) {
            return type instanceof Class<?> record && record.isRecord() ? schemas.of(record) : Schemas.named("object");
        }
        Schema<Object> reply = Schemas.named("object");
        reply.addProperty("msg", Schemas.named("string").description("What was done."));
        Type data = generic.getActualTypeArguments()[0];
        Class<?> dryRun = dryRun(method);
        if (dryRun != null) {
            Schema<Object> either = new JsonSchema();
            either.addOneOfItem(schemas.of(Job.class));
            either.addOneOfItem(schemas.of(dryRun));
            reply.addProperty("data", either);
        } else if (data != Void.class) {
            reply.addProperty("data", schemas.of(data));
        }
        if (method.isAnnotationPresent(ListOf.class)) {
            reply.addProperty("continue", Schemas.named("string").description("Absent in the last part of the list."));
            reply.addProperty(
                    "remaining_item_count",
                    Schemas.named("integer")
                            .description("How many rows follow this part; absent in the last part, and if there are too"
                                    + " many to count."));
        } else if (!method.isAnnotationPresent(GET.class)) {
            Schema<Object> warnings = Schemas.named("array");
            warnings.setItems(schemas.of(io.kubefate.api.SpecProblem.class));
            reply.addProperty("warnings", warnings.description("Absent if there are none."));
        }
        boolean hasData = data != Void.class && !method.getName().equals("reconcile");
        reply.setRequired(hasData ? List.of("msg", "data") : List.of("msg"));
        return reply;
    }

    /** A reply can be returned later. */
    private static Type returned(Method method) {
        Type type = method.getGenericReturnType();
        return type instanceof ParameterizedType later && later.getRawType() == CompletionStage.class
                ? later.getActualTypeArguments()[0]
                : type;
    }

    private static @Nullable Class<?> dryRun(Method method) {
        return Optional.ofNullable(method.getAnnotation(DryRunAnswer.class))
                .<Class<?>>map(DryRunAnswer::value)
                .orElse(null);
    }

    private static @Nullable Type data(Method method) {
        return method.getGenericReturnType() instanceof ParameterizedType generic
                ? generic.getActualTypeArguments()[0]
                : null;
    }

    private static List<String> errors(Operation operation, Method method) {
        List<String> statuses = new ArrayList<>(List.of("400"));
        boolean open = method.isAnnotationPresent(Public.class);
        if (!open) {
            statuses.addAll(List.of("401", "403"));
        } else if (operation.getRequestBody() != null) {
            statuses.add("401");
        }
        if (method.isAnnotationPresent(OwnPagesOnly.class)) {
            statuses.add("403");
        }
        statuses.add("404");
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of("408", "413", "415"));
        }
        boolean reads = method.isAnnotationPresent(GET.class);
        if (!reads && !open
                || method.getName().equals("drift")
                || method.getName().equals("example")) {
            statuses.add("409");
        }
        addConditions(operation, statuses);
        statuses.add("429");
        statuses.addAll(List.of("500", "502", "503"));
        return statuses.stream().distinct().sorted().toList();
    }

    private static void addConditions(Operation operation, List<String> statuses) {
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getName().equals("If-Match")) {
                statuses.add("412");
            }
            if (parameter.getName().equals(ChangeHeaders.IDEMPOTENCY_KEY)) {
                statuses.add("422");
            }
        }
    }
}
