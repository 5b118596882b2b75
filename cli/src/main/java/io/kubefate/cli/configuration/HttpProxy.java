package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An HTTP proxy.
 *
 * @param url its host and port, possibly with user and password
 * @param variable the environment variable that names it
 */
public record HttpProxy(URI url, String variable) {

    public HttpProxy {
        requireNonNull(url, "url is null");
        requireNonNull(variable, "variable is null");
    }

    /** {@return host and port; not resolved} */
    public InetSocketAddress address() {
        return Endpoint.of(url).address();
    }

    /** {@return the value of the header {@code Proxy-Authorization}; empty if the proxy requires no login} */
    public Optional<String> authorization() {
        return Optional.ofNullable(url.getUserInfo())
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@return user and password; empty if the proxy requires no login} */
    public Optional<PasswordAuthentication> login() {
        return Optional.ofNullable(url.getUserInfo()).map(login -> {
            int colon = login.indexOf(':');
            String user = colon < 0 ? login : login.substring(0, colon);
            return new PasswordAuthentication(
                    user,
                    login.substring(colon < 0 ? login.length() : colon + 1).toCharArray());
        });
    }

    /** {@return address and variable for a message, without the password} */
    public String text() {
        return address().getHostString() + ":" + address().getPort() + " of " + variable;
    }

    @Override
    public String toString() {
        return "HttpProxy[" + text() + "]";
    }
}
