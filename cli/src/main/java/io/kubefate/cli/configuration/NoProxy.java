package io.kubefate.cli.configuration;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is connected to directly: this machine, and the entries of {@code NO_PROXY}. An entry is a host, which includes its
 * subdomains; a domain like {@code .example.com}; an address; a network like {@code 10.0.0.0/8}; or {@code *}. All but networks may
 * have a port.
 */
record NoProxy(List<String> entries) {

    private static final Pattern WITH_PORT = Pattern.compile("(\\[.*]|[^:]*):(\\d+)");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-f.]*:[0-9a-f:.]*");

    NoProxy {
        entries = List.copyOf(entries);
    }

    static NoProxy parse(String text) {
        return new NoProxy(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    boolean contains(URI target) {
        Endpoint endpoint = Endpoint.of(target);
        String host = endpoint.host().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || address(host).filter(InetAddress::isLoopbackAddress).isPresent()
                || entries.stream().anyMatch(entry -> matches(entry, host, endpoint.port()));
    }

    private static boolean matches(String entry, String host, int port) {
        Matcher withPort = WITH_PORT.matcher(entry);
        if (withPort.matches()) {
            return withPort.group(2).equals(String.valueOf(port)) && matches(withPort.group(1), host);
        }
        return matches(entry, host);
    }

    private static boolean matches(String entry, String host) {
        if (entry.equals("*")) {
            return true;
        }
        Optional<InetAddress> address = address(host);
        if (address.isPresent()) {
            return isInNetwork(address.get(), entry);
        }
        String domain = entry.replaceFirst("^\\*?\\.", "");
        return host.endsWith("." + domain) || host.equals(entry);
    }

    private static boolean isInNetwork(InetAddress address, String network) {
        String[] parts = network.split("/", 2);
        int size = address.getAddress().length * Byte.SIZE;
        int prefix = parts.length < 2 ? size : length(parts[1]);
        return prefix <= size
                && address(withoutBrackets(parts[0]))
                        .filter(base -> base.getAddress().length == address.getAddress().length)
                        .filter(base -> number(base).xor(number(address)).bitLength() <= size - prefix)
                        .isPresent();
    }

    private static int length(String prefix) {
        return prefix.matches("\\d{1,3}") ? Integer.parseInt(prefix) : Integer.MAX_VALUE;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    /** Asks no name server, because the text is no name. */
    private static Optional<InetAddress> address(String text) {
        try {
            return ADDRESS.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String withoutBrackets(String host) {
        return host.replaceAll("[\\[\\]]", "");
    }
}
