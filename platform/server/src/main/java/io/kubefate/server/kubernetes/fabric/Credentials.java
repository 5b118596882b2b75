package io.kubefate.server.kubernetes.fabric;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The credentials of the user of a kubeconfig. The client sends requests without credentials if it finds none. */
record Credentials(Kubeconfig kubeconfig) {

    Credentials {
        requireNonNull(kubeconfig, "kubeconfig is null");
    }

    /** @throws ConnectionException if the user needs a credential plugin that is not installed */
    void requirePlugin() {
        String searchPath = requireNonNullElse(System.getenv("PATH"), "");
        plugin().flatMap(plugin -> plugin.obstacle(searchPath)).ifPresent(obstacle -> {
            throw new ConnectionException(obstacle);
        });
    }

    /**
     * Adds the token of a file, which the client ignores.
     *
     * @throws ConnectionException if the credential plugin has returned no credentials
     */
    void complete(Config config) {
        boolean given = config.getAutoOAuthToken() != null || config.getClientCertData() != null;
        plugin().filter(plugin -> !given).ifPresent(plugin -> {
            throw new ConnectionException(plugin.failure());
        });
        tokenFile().ifPresent(file -> config.setOauthTokenProvider(() -> token(file)));
    }

    private Optional<CredentialPlugin> plugin() {
        return kubeconfig
                .user()
                .filter(user -> user.getUser().getExec() != null)
                .map(user -> new CredentialPlugin(user.getName(), user.getUser().getExec(), sibling("")));
    }

    private Optional<Path> tokenFile() {
        return kubeconfig
                .user()
                .map(NamedAuthInfo::getUser)
                .filter(user -> user.getToken() == null && user.getTokenFile() != null)
                .map(user -> sibling(user.getTokenFile()));
    }

    private Path sibling(String path) {
        return kubeconfig.files().get(0).toAbsolutePath().resolveSibling(path);
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ConnectionException("the token file " + file + " cannot be read", e);
        }
    }
}
