package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.configuration.Setting;
import io.kubefate.cli.error.UnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in words why no answer came, which address was tried, where that address is set, and what to do. */
public final class ConnectionErrors {

    private final Setting serviceUrl;

    public ConnectionErrors(Setting serviceUrl) {
        this.serviceUrl = requireNonNull(serviceUrl, "serviceUrl is null");
    }

    public UnavailableException of(URI uri, IOException cause) {
        return new UnavailableException(
                "cannot reach " + uri + ": " + reason(uri, cause) + "\nserviceurl is \"" + serviceUrl.value()
                        + "\" (from " + serviceUrl.source() + "). " + advice(cause),
                cause);
    }

    private static String reason(URI uri, IOException cause) {
        if (isUnknownHost(cause)) {
            return "unknown host " + uri.getHost();
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection within " + Transport.CONNECT_TIMEOUT.toSeconds() + " s";
        }
        if (cause instanceof HttpTimeoutException) {
            return "no answer within " + Transport.ANSWER_TIMEOUT.toSeconds() + " s";
        }
        String message = firstMessage(cause);
        return cause instanceof SSLException ? "TLS failed: " + message : message;
    }

    private static String advice(IOException cause) {
        if (isUnknownHost(cause)) {
            return "Check its spelling, or make the host known in DNS or /etc/hosts.";
        }
        if (cause instanceof HttpTimeoutException) {
            return "Check that it is the right address, that safeconnect suits it and that no firewall is in between.";
        }
        if (cause instanceof SSLException) {
            return "If the service speaks plain HTTP, set safeconnect to false. If its certificate is not publicly"
                    + " trusted, add it to a trust store and set"
                    + " JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=<file>.";
        }
        if (cause instanceof ConnectException) {
            return "Check that the service is running (kubectl -n kube-fate get pods) and that host and port are"
                    + " right.";
        }
        return "Check that a kubefate service listens there; if it speaks HTTPS, set safeconnect to true.";
    }

    private static boolean isUnknownHost(Throwable cause) {
        return causes(cause).anyMatch(UnresolvedAddressException.class::isInstance);
    }

    private static String firstMessage(Throwable cause) {
        String fallback = cause instanceof ConnectException ? "connection refused" : cause.toString();
        return causes(cause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(fallback);
    }

    private static Stream<Throwable> causes(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause);
    }
}
