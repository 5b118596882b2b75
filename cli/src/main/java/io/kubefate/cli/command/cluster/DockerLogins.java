package io.kubefate.cli.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The logins of a Docker configuration, of which only those that are needed are sent. */
final class DockerLogins {

    private final Path file;
    private final JsonNode auths;

    private DockerLogins(Path file, JsonNode auths) {
        this.file = file;
        this.auths = auths;
    }

    /**
     * Reads a file.
     *
     * @param file as {@code docker login} writes it
     * @return its logins
     * @throws CommandException if it cannot be read or has none; without a cause, which might quote a password
     */
    static DockerLogins read(Path file) {
        try {
            JsonNode auths = Json.tree(Files.readAllBytes(file)).path("auths");
            if (auths.isObject()) {
                return new DockerLogins(file, auths);
            }
        } catch (IOException e) {
            // said below
        }
        throw new CommandException(file + " cannot be read, or is no Docker configuration with logins (auths)");
    }

    /**
     * What to send.
     *
     * @param registries hosts, with their ports if they have one
     * @return a Docker configuration with their logins alone, in base64
     * @throws CommandException if there is no login for any, or its password is in a credential store, which is not asked
     */
    String of(Collection<String> registries) {
        Map<String, JsonNode> wanted = new LinkedHashMap<>();
        auths.properties().stream()
                .filter(entry -> registries.contains(host(entry.getKey())) && hasPassword(entry.getValue()))
                .forEach(entry -> wanted.put(entry.getKey(), entry.getValue()));
        if (wanted.isEmpty()) {
            throw new CommandException(file + " has no login with its password for " + String.join(", ", registries)
                    + "; credential stores are not asked");
        }
        return Base64.getEncoder().encodeToString(Json.write(Map.of("auths", wanted)));
    }

    private static boolean hasPassword(JsonNode entry) {
        return !entry.path("auth").asText().isEmpty()
                || !entry.path("password").asText().isEmpty();
    }

    /** {@return the host of a key such as {@code https://index.docker.io/v1/}, as names of images have it} */
    private static String host(String key) {
        String host = key.replaceFirst("^https?://", "").replaceFirst("/.*", "");
        return host.equals("index.docker.io") ? "docker.io" : host;
    }
}
