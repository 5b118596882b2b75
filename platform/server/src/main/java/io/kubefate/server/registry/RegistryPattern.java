package io.kubefate.server.registry;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Selects the registries that credentials are for, by the kubelet's rules: hosts match label by label, where {@code *} matches text
 * without dots; ports must be equal; the path must be a prefix of the repository.
 *
 * @param host host and optional port, in lower case
 * @param path the prefix of repositories; empty for all
 */
record RegistryPattern(String host, String path) {

    /** Parses the key of credentials, for example {@code https://index.docker.io/v1/} or {@code *.example.com/fate}. */
    static RegistryPattern of(String key) {
        String address = key.strip().replaceFirst("^https?://", "").replaceFirst("/(?:v[12]/?)?$", "");
        int slash = address.indexOf('/');
        String host = (slash < 0 ? address : address.substring(0, slash)).toLowerCase(Locale.ROOT);
        return new RegistryPattern(dockerHub(host), slash < 0 ? "" : address.substring(slash + 1));
    }

    boolean matches(ImageReference image) {
        return host().length() > 0 && matchesHost(image.registry().toLowerCase(Locale.ROOT)) && matchesPath(image);
    }

    private boolean matchesHost(String registry) {
        if (host.indexOf('*') < 0) {
            return host.equals(registry);
        }
        String[] parts = host.split("\\*", -1);
        StringBuilder pattern = new StringBuilder(Pattern.quote(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            pattern.append("[^.:]*+").append(Pattern.quote(parts[i]));
        }
        return registry.matches(pattern.toString());
    }

    private boolean matchesPath(ImageReference image) {
        return path.isEmpty() || (image.repository() + "/").startsWith(path + "/");
    }

    private static String dockerHub(String host) {
        return host.equals("index.docker.io") || host.equals("registry-1.docker.io") ? ImageReference.DOCKER_HUB : host;
    }
}
