package io.kubefate.server.registry;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Explains failures of connections. Does not use the JDK's messages, which may quote received data. */
final class Failure {

    private Failure() {}

    static String reason(IOException failure) {
        List<Throwable> causes = Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .toList();
        if (has(causes, Destinations.Forbidden.class)) {
            return "it has an address of the service itself or of its machine; an administrator can list it in"
                    + " KUBEFATE_REGISTRIES";
        }
        if (has(causes, UnknownHostException.class)) {
            return "unknown host";
        }
        if (has(causes, ConnectTimeoutException.class)) {
            return "no connection in time";
        }
        if (has(causes, SocketTimeoutException.class)) {
            return "no response in time";
        }
        if (has(causes, ConnectException.class)) {
            return "connection refused";
        }
        if (has(causes, CertificateException.class) || has(causes, CertPathBuilderException.class)) {
            return "its certificate is not trusted; add the CA to the truststore of the service's JVM";
        }
        if (has(causes, SSLException.class)) {
            return "no https; if it uses http, add it to KUBEFATE_INSECURE_REGISTRIES";
        }
        if (has(causes, Connection.TooLong.class)) {
            return "its response is longer than that of a registry";
        }
        return "the connection failed, or the response is not HTTP";
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }
}
