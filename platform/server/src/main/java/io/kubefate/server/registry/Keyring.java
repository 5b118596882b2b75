package io.kubefate.server.registry;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The logins that may be used.
 *
 * @param configs where they are from, in the order in which they are tried
 */
public record Keyring(List<DockerConfig> configs) {

    private static final Comparator<DockerConfig.Entry> CLOSEST_FIRST = Comparator.comparingInt(
                    (DockerConfig.Entry entry) -> entry.registry().path().length())
            .reversed();

    /** Copies the configurations. */
    public Keyring {
        configs = List.copyOf(configs);
    }

    /** {@return the logins for an image's registry, to be tried in this order} */
    List<RegistryLogin> find(ImageReference image) {
        return configs.stream()
                .flatMap(config -> config.logins().stream())
                .filter(entry -> entry.registry().matches(image))
                .sorted(CLOSEST_FIRST)
                .map(DockerConfig.Entry::login)
                .distinct()
                .toList();
    }

    /** {@return what to say of an image that needs a login, which {@link #find} has none for} */
    String lack(ImageReference image) {
        if (configs.isEmpty()) {
            return "there is none for " + image.registry();
        }
        String sources = configs.stream().map(DockerConfig::source).collect(Collectors.joining(", "));
        return sources + (configs.size() == 1 ? " has" : " have") + " none for " + image.registry();
    }
}
