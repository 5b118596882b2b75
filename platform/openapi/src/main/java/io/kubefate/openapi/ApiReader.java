package io.kubefate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.api.Cluster;
import io.kubefate.api.ErrorReply;
import io.kubefate.server.http.Api;
import io.kubefate.server.http.security.Unauthorized;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the resources of the service. The plugin of the build creates it. */
public final class ApiReader extends Reader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schemas schemas = new Schemas();

    /** Replaces all conventions of JAX-RS that this service does not follow. */
    public ApiReader() {
        Comments comments = Comments.below(Api.class, Cluster.class);
        OpenAPIExtensions.setExtensions(List.of(new Operations(comments, schemas)));
        ModelConverters.getInstance(true).addConverter(new RecordSchemas(comments));
    }

    @Override
    public OpenAPI read(Set<Class<?>> classes, Map<String, Object> resources) {
        OpenAPI api = super.read(classes, resources);
        api.setSpecVersion(SpecVersion.V31);
        api.openapi("3.1.0");
        api.info(new Info()
                .title("KubeFATE")
                .version("v1")
                .description("Provisions and operates FATE clusters on Kubernetes. The guide is docs/api.md."));
        Components components = Optional.ofNullable(api.getComponents()).orElseGet(Components::new);
        api.components(components);
        for (Class<?> type : List.of(ErrorReply.class, Unauthorized.class)) {
            schemas.of(type);
        }
        components.setSchemas(new TreeMap<>(schemas.used()));
        ErrorResponses.all().forEach(components::addResponses);
        addSecurity(api, components);
        return api;
    }

    private static void addSecurity(OpenAPI api, Components components) {
        components.addSecuritySchemes(
                "bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        components.addSecuritySchemes(
                "query",
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.QUERY)
                        .name("token")
                        .description("For clients that cannot set headers. The service does not log it; proxies may."));
        components.addSecuritySchemes(
                "cookie",
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("jwt")
                        .description("Changes need the header Origin with the address of the service."));
        for (String scheme : List.of("bearer", "query", "cookie")) {
            api.addSecurityItem(new SecurityRequirement().addList(scheme));
        }
    }

    /** Returns the example of a request or response, which is a file beside this class. */
    static Optional<JsonNode> example(String name) {
        try (InputStream file = ApiReader.class.getResourceAsStream("example/" + name + ".json")) {
            return file == null ? Optional.empty() : Optional.of(JSON.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
