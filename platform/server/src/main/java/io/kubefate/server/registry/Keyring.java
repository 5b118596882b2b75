package io.kubefate.server.registry;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The available credentials.
 *
 * @param configs the configurations with credentials, in the order of use
 */
public record Keyring(List<DockerConfig> configs) {

    private static final Comparator<DockerConfig.Entry> CLOSEST_FIRST = Comparator.comparingInt(
                    (DockerConfig.Entry entry) -> entry.registry().path().length())
            .reversed();

    public Keyring {
        configs = List.copyOf(configs);
    }

    /** Returns the credentials for an image's registry, in the order of use. */
    List<RegistryLogin> find(ImageReference image) {
        return configs.stream()
                .flatMap(config -> config.logins().stream())
                .filter(entry -> entry.registry().matches(image))
                .sorted(CLOSEST_FIRST)
                .map(DockerConfig.Entry::login)
                .distinct()
                .toList();
    }

    /** Returns the message for an image without credentials in {@link #find}. */
    String lack(ImageReference image) {
        if (configs.isEmpty()) {
            return "there are no credentials for " + image.registry();
        }
        String sources = configs.stream().map(DockerConfig::source).collect(Collectors.joining(", "));
        return sources + (configs.size() == 1 ? " has" : " have") + " no credentials for " + image.registry();
    }
}
