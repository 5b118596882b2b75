package io.kubefate.server.registry;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Credentials in the format of Docker: of {@code ~/.docker/config.json} (and Secrets of type {@code kubernetes.io/dockerconfigjson}),
 * or of the older {@code .dockercfg}. Ignores entries whose password is in a credential store.
 *
 * @param source the origin for display, for example {@code secret regcred}
 * @param logins the credentials by registry
 */
public record DockerConfig(String source, List<Entry> logins) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Each is compared with each image. */
    private static final int MAX_LOGINS = 1_000;

    /** Credentials and the registries that they are for. */
    record Entry(RegistryPattern registry, RegistryLogin login) {}

    public DockerConfig {
        requireNonNull(source, "source is null");
        logins = List.copyOf(logins);
    }

    /**
     * Parses a configuration.
     *
     * @param source the origin for display
     * @param text JSON, with {@code auths} or in the older format
     * @return the credentials; empty if the JSON is invalid or has more than a thousand, without a message, because it contains passwords
     */
    public static Optional<DockerConfig> read(String source, String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            JsonNode auths = tree.has("auths") ? tree.get("auths") : tree;
            return auths.isObject() && auths.size() <= MAX_LOGINS
                    ? Optional.of(new DockerConfig(source, entries(source, auths)))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static List<Entry> entries(String source, JsonNode auths) {
        return auths.properties().stream()
                .flatMap(field ->
                        login(source, field.getValue())
                                .map(login -> new Entry(RegistryPattern.of(field.getKey()), login))
                                .stream())
                .toList();
    }

    private static Optional<RegistryLogin> login(String source, JsonNode entry) {
        String username = entry.path("username").asText();
        String password = entry.path("password").asText();
        if (!username.isEmpty() && !password.isEmpty()) {
            return Optional.of(new RegistryLogin(source, username, password));
        }
        return decode(entry.path("auth").asText())
                .filter(pair -> pair.indexOf(':') > 0)
                .map(pair -> new RegistryLogin(
                        source, pair.substring(0, pair.indexOf(':')), pair.substring(pair.indexOf(':') + 1)));
    }

    private static Optional<String> decode(String base64) {
        try {
            return Optional.of(new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
