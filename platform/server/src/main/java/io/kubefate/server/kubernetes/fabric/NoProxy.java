package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.client.utils.IpAddressMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hosts of the environment variable {@code NO_PROXY}, which are connected to directly: addresses, networks like
 * {@code 10.0.0.0/8}, domains with their subdomains, or {@code *}, as in {@code kubectl}.
 */
record NoProxy(List<String> entries) {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(/\\d{1,3})?");
    private static final Pattern PORT = Pattern.compile(":\\d+$");

    NoProxy {
        entries = List.copyOf(entries);
    }

    static NoProxy parse(String text) {
        return new NoProxy(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    boolean contains(String host) {
        String name = host.replaceAll("[\\[\\]]", "");
        return entries.stream().anyMatch(entry -> matches(entry, name));
    }

    private static boolean matches(String entry, String host) {
        if (entry.equals("*")) {
            return true;
        }
        String name = isAddress(entry) ? entry : PORT.matcher(entry).replaceFirst("");
        if (isAddress(name)) {
            return isAddress(host) && new IpAddressMatcher(name).matches(host);
        }
        String domain = name.replaceFirst("^\\*?\\.", "");
        return host.equalsIgnoreCase(domain)
                || host.toLowerCase(Locale.ROOT).endsWith("." + domain.toLowerCase(Locale.ROOT));
    }

    private static boolean isAddress(String text) {
        return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
    }
}
