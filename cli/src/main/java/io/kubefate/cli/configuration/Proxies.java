package io.kubefate.cli.configuration;

import io.kubefate.cli.error.CommandException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies of {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY}, in capitals or not, by the rules of kubectl: this
 * machine is always connected to directly.
 */
public final class Proxies {

    private final Map<String, String> variables;
    private final NoProxy direct;

    /**
     * The proxies of a process.
     *
     * @param variables its environment variables
     */
    public Proxies(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
        this.direct = NoProxy.parse(configured("no_proxy").map(Setting::value).orElse(""));
    }

    /**
     * Returns the proxy to an address.
     *
     * @return empty if it is connected to directly
     * @throws CommandException if the variable names no HTTP proxy
     */
    public Optional<HttpProxy> find(URI address) {
        return direct.contains(address)
                ? Optional.empty()
                : proxyVariable(address).map(Proxies::parse);
    }

    /** {@return the variable whose proxy is not used for an address that is connected to directly} */
    public Optional<String> unused(URI address) {
        return direct.contains(address) ? proxyVariable(address).map(Setting::source) : Optional.empty();
    }

    private Optional<Setting> proxyVariable(URI address) {
        return configured(address.getScheme().toLowerCase(Locale.ROOT) + "_proxy");
    }

    private Optional<Setting> configured(String variable) {
        return Stream.of(variable.toUpperCase(Locale.ROOT), variable)
                .map(name -> new Setting(variables.getOrDefault(name, "").strip(), name))
                .filter(setting -> !setting.value().isEmpty())
                .findFirst();
    }

    private static HttpProxy parse(Setting setting) {
        String text = setting.value();
        try {
            URI url = new URI(text.contains("://") ? text : "http://" + text);
            if ("http".equalsIgnoreCase(url.getScheme()) && url.getHost() != null) {
                return new HttpProxy(url, setting.source());
            }
        } catch (URISyntaxException e) {
            // reported below
        }
        throw new CommandException(setting.source() + " is not the address of an HTTP proxy. Write http://HOST:PORT, or"
                + " add the host of the service to NO_PROXY to connect directly."); // the text may contain a password
    }
}
