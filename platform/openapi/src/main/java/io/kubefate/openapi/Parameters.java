package io.kubefate.openapi;

import io.dropwizard.auth.Auth;
import io.kubefate.server.http.body.ChangeHeaders;
import io.kubefate.server.http.body.ListParameters;
import io.kubefate.server.http.description.ListOf;
import io.kubefate.server.http.description.Queries;
import io.kubefate.server.http.description.Query;
import io.kubefate.server.service.list.ListKind;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parameters of an operation in its path, query and headers. */
final class Parameters {

    private Parameters() {}

    /** Returns the parameters of a method, those that its annotations name, and those of all lists and changes. */
    static List<Parameter> of(Method method, Comments.Comment comment) {
        List<Parameter> parameters = new ArrayList<>();
        for (java.lang.reflect.Parameter parameter : method.getParameters()) {
            parameter(parameter)
                    .map(known -> known.description(
                            comment.parameter(parameter.getName()).orElse(null)))
                    .ifPresent(parameters::add);
            if (parameter.getType() == ChangeHeaders.class) {
                addConditions(method, parameters);
            }
        }
        Optional.ofNullable(method.getAnnotation(ListOf.class)).ifPresent(list -> addList(list.value(), parameters));
        Optional.ofNullable(method.getAnnotation(Queries.class))
                .ifPresent(queries -> queries.value()
                        .queries()
                        .forEach(query -> parameters.add(query(query.name(), query.description(), schema(query)))));
        return parameters;
    }

    private static Optional<Parameter> parameter(java.lang.reflect.Parameter parameter) {
        if (parameter.isAnnotationPresent(Auth.class)) {
            return Optional.empty();
        }
        PathParam path = parameter.getAnnotation(PathParam.class);
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        if (path != null) {
            return Optional.of(new Parameter()
                    .in("path")
                    .name(path.value())
                    .required(true)
                    .schema(Schemas.named(parameter.getType() == int.class ? "integer" : "string")));
        }
        if (query != null) {
            return Optional.of(new Parameter().in("query").name(query.value()).schema(schema(parameter)));
        }
        return Optional.ofNullable(header)
                .map(named -> new Parameter().in("header").name(named.value()).schema(Schemas.named("string")));
    }

    private static Schema<?> schema(Query query) {
        Schema<Object> schema = Schemas.named(query.type());
        schema.setFormat(query.format().isEmpty() ? null : query.format());
        return schema;
    }

    private static Schema<?> schema(java.lang.reflect.Parameter parameter) {
        if (List.class.isAssignableFrom(parameter.getType())) {
            Schema<Object> list = Schemas.named("array");
            list.setItems(Schemas.named("string"));
            return list;
        }
        boolean number = parameter.getType() == Integer.class || parameter.getType() == int.class;
        Schema<Object> schema =
                Schemas.named(parameter.getType() == boolean.class ? "boolean" : number ? "integer" : "string");
        Optional.ofNullable(parameter.getAnnotation(DefaultValue.class))
                .filter(value -> parameter.getType() == boolean.class)
                .ifPresent(value -> schema.setDefault(Boolean.valueOf(value.value())));
        return schema;
    }

    private static void addConditions(Method method, List<Parameter> parameters) {
        boolean ofCluster =
                Arrays.stream(method.getParameters()).anyMatch(other -> other.isAnnotationPresent(PathParam.class))
                        || method.getName().equals("update");
        if (ofCluster) {
            parameters.add(new Parameter()
                    .in("header")
                    .name("If-Match")
                    .description(
                            "The ETag of the cluster; if it has another one, nothing changes, and the status is 412.")
                    .schema(Schemas.named("string").example("\"3-17\"")));
        }
        if (method.isAnnotationPresent(jakarta.ws.rs.POST.class)) {
            parameters.add(new Parameter()
                    .in("header")
                    .name(ChangeHeaders.IDEMPOTENCY_KEY)
                    .description(
                            "Chosen by the client: the same request with the same key returns the same job for 24 hours.")
                    .schema(Schemas.named("string").maxLength(255)));
        }
    }

    private static void addList(ListKind kind, List<Parameter> parameters) {
        String usual = kind.usualLimit().map(String::valueOf).orElse("all");
        Schema<Object> limit = Schemas.named("integer");
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(ListParameters.MAX_LIMIT));
        parameters.add(query("limit", "How many rows at most; without it, " + usual + ".", limit));
        parameters.add(
                query("continue", "The field `continue` of the reply with the part before.", Schemas.named("string")));
        Schema<Object> sort = Schemas.named("string");
        kind.sorts().forEach(field -> {
            sort.addEnumItemObject(field);
            sort.addEnumItemObject("-" + field);
        });
        parameters.add(query("sort", "A field; with a minus, in descending order.", sort));
        kind.filters().forEach((name, filter) -> {
            Schema<Object> schema = Schemas.named("string");
            schema.setFormat(filter.isTime() ? "date-time" : null);
            parameters.add(query(name, filter.description(), schema));
        });
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter().in("query").name(name).description(description).schema(schema);
    }
}
