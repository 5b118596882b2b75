package io.kubefate.server.http.description;

import io.kubefate.server.http.security.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The Swagger UI, whose files come from its jar alone. */
@Path("/v1/swagger")
public final class SwaggerResource {

    private static final Map<String, String> TYPES = Map.of(
            "index.html", MediaType.TEXT_HTML,
            "initializer.js", "text/javascript",
            "swagger-ui-bundle.js", "text/javascript",
            "swagger-ui.css", "text/css",
            "favicon-32x32.png", "image/png");

    private final String jar = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";

    /** Returns a file of the pages that show this description; begin with {@code index.html}. */
    @GET
    @Public
    @Path("{file}")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("file") String file) {
        String type = Optional.ofNullable(TYPES.get(file)).orElseThrow(NotFoundException::new);
        return Response.ok(content(file), type)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private byte[] content(String file) {
        boolean own = file.equals("index.html") || file.equals("initializer.js");
        return read(own ? "/io/kubefate/server/swagger/" + file : jar + file);
    }

    private static byte[] read(String name) {
        try (InputStream file =
                Objects.requireNonNull(SwaggerResource.class.getResourceAsStream(name), () -> "there is no " + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() {
        try (InputStream file = Objects.requireNonNull(
                SwaggerResource.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties"),
                "the Swagger UI is missing")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
