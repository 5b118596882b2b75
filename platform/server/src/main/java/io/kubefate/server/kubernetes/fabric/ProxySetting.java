package io.kubefate.server.kubernetes.fabric;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxy through which Kubernetes is asked.
 *
 * @param address host and port
 * @param source the variable or setting that names it
 */
record ProxySetting(String address, String source) {

    ProxySetting {
        requireNonNull(address, "address is null");
        requireNonNull(source, "source is null");
    }

    /**
     * Returns the proxy for a server, by the rules of {@code kubectl}: that of the kubeconfig, or that of the environment unless
     * {@code NO_PROXY} contains the server.
     *
     * @param config the settings of the client
     * @param environment returns the value of a variable, or null
     * @throws ConnectionException if the proxy has no port
     */
    static Optional<ProxySetting> of(Config config, UnaryOperator<@Nullable String> environment) {
        URI server = URI.create(config.getMasterUrl());
        boolean isTls = "https".equalsIgnoreCase(server.getScheme());
        Optional<String> url = Optional.ofNullable(isTls ? config.getHttpsProxy() : config.getHttpProxy())
                .filter(text -> !text.isBlank());
        String source = source(url, isTls ? "HTTPS_PROXY" : "HTTP_PROXY", environment);
        boolean excluded = Optional.ofNullable(environment.apply("NO_PROXY"))
                .map(NoProxy::parse)
                .filter(hosts -> server.getHost() != null && hosts.contains(server.getHost()))
                .isPresent();
        return url.filter(text -> !excluded).map(text -> new ProxySetting(address(text, source), source));
    }

    private static String source(Optional<String> url, String variable, UnaryOperator<@Nullable String> environment) {
        return Stream.of(variable, "ALL_PROXY")
                .filter(name -> url.isPresent() && url.get().equals(environment.apply(name)))
                .findFirst()
                .orElse("the kubeconfig");
    }

    /** Omits user and password. */
    private static String address(String url, String source) {
        URI parsed = parse(url.contains("://") ? url : "http://" + url, source);
        if (parsed.getHost() == null || parsed.getPort() < 0) {
            throw invalid(source);
        }
        return parsed.getHost() + ":" + parsed.getPort();
    }

    private static URI parse(String url, String source) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw invalid(source);
        }
    }

    private static ConnectionException invalid(String source) {
        return new ConnectionException("the proxy of " + source + " has no host and port; write http://HOST:PORT");
    }
}
