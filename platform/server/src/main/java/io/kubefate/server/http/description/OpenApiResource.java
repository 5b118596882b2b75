package io.kubefate.server.http.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.server.http.security.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

@Path("/v1/openapi.json")
public final class OpenApiResource {

    private final JsonNode description = read();

    /** Returns this description. */
    @GET
    @Public
    @Produces(MediaType.APPLICATION_JSON)
    public JsonNode description() {
        return description;
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(
                OpenApiResource.class.getResourceAsStream("/io/kubefate/server/openapi.json"), "no description")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
