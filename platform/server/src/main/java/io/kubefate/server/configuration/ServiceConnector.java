package io.kubefate.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.validation.ValidationMethod;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.util.thread.ThreadPool;

/** Accepts requests with TLS if a certificate is configured, else without. */
@JsonTypeName("service")
public final class ServiceConnector extends HttpConnectorFactory {

    private Optional<Path> certificate = Optional.empty();
    private Optional<Path> key = Optional.empty();
    private String password = "";

    @JsonProperty("certificate")
    void setCertificate(Optional<Path> certificate) {
        this.certificate = present(certificate);
    }

    @JsonProperty("key")
    void setKey(Optional<Path> key) {
        this.key = present(key);
    }

    @JsonProperty("keyStorePassword")
    void setKeyStorePassword(String keyStorePassword) {
        this.password = keyStorePassword;
    }

    @ValidationMethod(message = "KUBEFATE_TLS_CERTIFICATE is required if KUBEFATE_TLS_KEY is set")
    public boolean isKeyOfACertificate() {
        return key.isEmpty() || certificate.isPresent();
    }

    @Override
    protected HttpConfiguration buildHttpConfiguration() {
        HttpConfiguration http = super.buildHttpConfiguration();
        if (certificate.isPresent()) {
            // Clients choose the name by which they reach the service, also an address or a forwarded port.
            http.addCustomizer(new SecureRequestCustomizer(false));
        }
        return http;
    }

    @Override
    protected ServerConnector buildConnector(
            Server server,
            Scheduler scheduler,
            ByteBufferPool buffers,
            String name,
            ThreadPool threads,
            ConnectionFactory... protocols) {
        if (certificate.isEmpty()) {
            return super.buildConnector(server, scheduler, buffers, name, threads, protocols);
        }
        Path chain = certificate.get();
        ReloadedCertificate loaded = new ReloadedCertificate(new TlsFiles(chain, key.orElse(chain), password));
        ConnectionFactory tls = new SslConnectionFactory(loaded.tls(), protocols[0].getProtocol());
        ConnectionFactory[] all =
                Stream.concat(Stream.of(tls), Stream.of(protocols)).toArray(ConnectionFactory[]::new);
        ServerConnector connector = super.buildConnector(server, scheduler, buffers, name, threads, all);
        connector.addBean(loaded);
        return connector;
    }

    /** An unset environment variable becomes empty text. */
    private static Optional<Path> present(Optional<Path> file) {
        return file.filter(path -> !path.toString().isEmpty());
    }
}
