package io.kubefate.server.http.body;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.plugin.IncomingJar;
import io.kubefate.server.service.plugin.PluginService;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;

/** The headers of a request that uploads a jar in a form's field {@code file}. */
public final class JarUpload {

    private final String type;
    private final long length;

    /**
     * Jersey creates it.
     *
     * @param type the content type of the form
     * @param length the length of the form in bytes; negative if the request does not contain it
     */
    public JarUpload(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") long length) {
        this.type = type;
        this.length = length;
    }

    /**
     * Receives the jar and stores it until it has been used.
     *
     * @param use what to do with the complete jar
     * @return the result of {@code use}
     * @throws KubefateException also {@link ErrorCode#OVERLOADED} if the disk fails or is full
     */
    public <T> T receive(InputStream body, PluginService plugins, Use<T> use) {
        try (IncomingJar jar = plugins.receive(length)) {
            FormFile.read(body, type, jar);
            return use.of(jar);
        } catch (IOException e) {
            throw new KubefateException(ErrorCode.OVERLOADED, "the plugin cannot be stored: " + e.getMessage(), e);
        }
    }

    /** A use of an uploaded jar. */
    public interface Use<T> {
        T of(IncomingJar jar) throws IOException;
    }
}
