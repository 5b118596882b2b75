package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.configuration.Proxies;
import io.kubefate.cli.error.UnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Converts connection failures to exceptions that name the address, the setting it comes from, the reason and a remedy. */
final class ConnectionErrors {

    private final Connection connection;
    private final Proxies proxies;

    ConnectionErrors(Connection connection, Proxies proxies) {
        this.connection = requireNonNull(connection, "connection is null");
        this.proxies = requireNonNull(proxies, "proxies is null");
    }

    UnavailableException of(URI uri, IOException cause) {
        return new UnavailableException(
                "cannot reach " + uri + throughProxy(uri) + ": " + reason(uri, cause) + "\n" + connection.place() + ". "
                        + advice(uri, cause),
                cause);
    }

    private String throughProxy(URI uri) {
        return proxies.find(uri)
                .map(proxy -> " through the proxy " + proxy.text())
                .orElse("");
    }

    private String reason(URI uri, IOException cause) {
        if (isUnknownHost(cause)) {
            return "unknown host "
                    + proxies.find(uri)
                            .map(proxy -> proxy.address().getHostString())
                            .orElse(uri.getHost());
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection within " + HttpAccess.CONNECT_TIMEOUT.toSeconds() + " s";
        }
        if (cause instanceof HttpTimeoutException) {
            return "no response within " + Transport.RESPONSE_TIMEOUT.toSeconds() + " s";
        }
        String message = firstMessage(cause);
        return cause instanceof SSLException ? "TLS failed: " + message : message;
    }

    private String advice(URI uri, IOException cause) {
        if (proxies.find(uri).isPresent() && !(cause instanceof SSLException)) {
            return "Check the proxy with kubefate doctor, or add " + uri.getHost()
                    + " to NO_PROXY to connect directly.";
        }
        if (isUnknownHost(cause)) {
            return "Check the spelling, or add the host to DNS or /etc/hosts.";
        }
        if (cause instanceof HttpTimeoutException) {
            return connection.isOriginal()
                    ? "Check the address, the setting safeconnect, and firewalls."
                    : "Check the address, whether it is http or https, and firewalls.";
        }
        if (cause instanceof SSLException) {
            return tlsAdvice();
        }
        if (cause instanceof ConnectException) {
            return "Check that the service is running (kubectl -n kube-fate get pods) and that host and port are"
                    + " correct.";
        }
        String listening = "Check that a kubefate service listens at this address; ";
        return uri.getScheme().equals("https")
                ? listening + "if it uses plain HTTP, " + connection.remedy("http") + "."
                : listening + "if it uses HTTPS, " + connection.remedy("https") + ".";
    }

    private String tlsAdvice() {
        String trust = connection.isOriginal()
                ? "add it to a trust store and set JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=<file>."
                : "log in with --certificate-authority=<file>.";
        return "If the service uses plain HTTP, " + connection.remedy("http")
                + ". If its certificate is not publicly trusted, " + trust;
    }

    private static boolean isUnknownHost(Throwable cause) {
        return causes(cause)
                .anyMatch(failure ->
                        failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException);
    }

    private static String firstMessage(Throwable cause) {
        String fallback = cause instanceof ConnectException ? "Connection refused" : cause.toString();
        String message = causes(cause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(fallback);
        return cause instanceof ConnectException
                ? message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1)
                : message;
    }

    private static Stream<Throwable> causes(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause);
    }
}
