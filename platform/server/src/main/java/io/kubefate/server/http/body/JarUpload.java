package io.kubefate.server.http.body;

import io.kubefate.server.service.plugin.IncomingJar;
import io.kubefate.server.service.plugin.PluginService;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;

/** What the headers say of a request that brings a jar, as a form with the jar in the field {@code file}. */
public final class JarUpload {

    private final String type;
    private final long length;

    /**
     * The headers.
     *
     * @param type the form's content type
     * @param length of the form in bytes; negative if the request does not say
     */
    public JarUpload(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length) {
        this.type = type;
        this.length = length;
    }

    /**
     * Takes the jar in and keeps it as long as it is used.
     *
     * @param body the form
     * @param plugins takes it
     * @param use what is done with it
     * @return what that gives
     * @throws IOException if the disk fails
     */
    public <T> T receive(InputStream body, PluginService plugins, Use<T> use) throws IOException {
        try (IncomingJar jar = plugins.receive(length)) {
            FormFile.read(body, type, jar);
            return use.of(jar);
        }
    }

    /** What is done with a jar that came in whole. */
    public interface Use<T> {
        T of(IncomingJar jar) throws IOException;
    }
}
