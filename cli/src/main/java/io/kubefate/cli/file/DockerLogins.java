package io.kubefate.cli.file;

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

/** The logins of a Docker configuration file. Only the required ones are sent. */
public final class DockerLogins {

    private final Path file;
    private final JsonNode auths;

    private DockerLogins(Path file, JsonNode auths) {
        this.file = file;
        this.auths = auths;
    }

    /**
     * Reads a file.
     *
     * @param file as written by {@code docker login}
     * @throws CommandException if the file cannot be read or has no logins; without a cause, which might quote a password
     */
    public static DockerLogins read(Path file) {
        try {
            JsonNode auths = Json.tree(Files.readAllBytes(file)).path("auths");
            if (auths.isObject()) {
                return new DockerLogins(file, auths);
            }
        } catch (IOException e) {
            // reported below
        }
        throw new CommandException("cannot read " + file + ", or it is not a Docker configuration with logins (auths)");
    }

    /**
     * Selects the logins of registries.
     *
     * @param registries hosts with optional ports
     * @return a Docker configuration with these logins only, in base64
     * @throws CommandException if there is none; logins in credential stores are not read
     */
    public String of(Collection<String> registries) {
        Map<String, JsonNode> selected = new LinkedHashMap<>();
        auths.properties().stream()
                .filter(entry -> registries.contains(host(entry.getKey())) && hasPassword(entry.getValue()))
                .forEach(entry -> selected.put(entry.getKey(), entry.getValue()));
        if (selected.isEmpty()) {
            throw new CommandException(file + " has no login with a password for " + String.join(", ", registries)
                    + "; credential stores are not supported");
        }
        return Base64.getEncoder().encodeToString(Json.write(Map.of("auths", selected)));
    }

    private static boolean hasPassword(JsonNode entry) {
        return !entry.path("auth").asText().isEmpty()
                || !entry.path("password").asText().isEmpty();
    }

    /** {@return the host of a key such as {@code https://index.docker.io/v1/}, as in image names} */
    private static String host(String key) {
        String host = key.replaceFirst("^https?://", "").replaceFirst("/.*", "");
        return host.equals("index.docker.io") ? "docker.io" : host;
    }
}
