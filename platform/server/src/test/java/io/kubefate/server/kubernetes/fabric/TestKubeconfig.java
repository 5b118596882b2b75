package io.kubefate.server.kubernetes.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kubeconfig of an API server of a test. */
final class TestKubeconfig {

    private TestKubeconfig() {}

    /** {@return a connection to a port of this machine, without TLS and credentials} */
    static Connection connection(Path folder, int port) throws IOException {
        return Connection.of(Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: test, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: test, user: {}}]
                contexts: [{name: test, context: {cluster: test, user: test}}]
                current-context: test
                """.formatted(port)));
    }
}
