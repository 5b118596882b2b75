package io.kubefate.server.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.DemoPlugin;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import io.kubefate.server.store.TestDatabases;
import io.kubefate.server.store.TestKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads MariaDB, or a dump of it, reads no password of a cluster. */
class PasswordsAtRestTest {

    private static final String PASSWORD = "Xy7-fate-dev-secret";

    @TempDir
    static Path folder;

    private static TestServer server;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        TestDatabases.Location location = TestDatabases.MARIADB.create(folder);
        URI url = URI.create(location.url().substring("jdbc:".length()));
        server = TestServer.withDemoPlugin(
                new Setting("database.type", "mysql"),
                new Setting("database.host", url.getHost()),
                new Setting("database.port", String.valueOf(url.getPort())),
                new Setting("database.name", url.getPath().substring(1)),
                new Setting("database.username", location.user()),
                new Setting("encryption.keyFile", keyFile(TestKeys.A).toString()));
        server.start();
        client = new TestClient(server);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void noTableHasThePasswordsOfACluster() throws Exception {
        String cluster = client.install(request("v1", "a"));
        JsonNode update =
                client.data(client.send("PUT", "/v1/cluster", request("v2", "b"), "Idempotency-Key", "key-1"));
        client.ended(update);
        client.ended(client.data(client.send("PUT", "/v1/cluster", request("v3", "c"))));
        client.send("POST", "/v1/cluster", "{\"data\":\"" + PASSWORD + "\"}");

        String tables = dump();

        assertThat(tables).contains("@aes256gcm:", "verb=update");
        assertThat(tables).doesNotContain(PASSWORD, PASSWORD.substring(4), encoded(PASSWORD));
        assertThat(client.data("/v1/cluster/" + cluster).at("/revision").asInt())
                .isPositive();
    }

    private static String request(String version, String value) {
        return DemoPlugin.request(
                "demo", version, "password: " + PASSWORD, "value: " + PASSWORD + value, "note: " + PASSWORD);
    }

    private static String dump() {
        return server.jdbi()
                .withHandle(handle -> handle
                        .createQuery("select table_name from information_schema.tables where table_schema = database()")
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .filter(table -> !table.equals("plugin_content"))
                        .flatMap(table -> handle.createQuery("select * from " + table).mapToMap().list().stream())
                        .map(Map::toString)
                        .collect(joining("\n")));
    }

    private static String encoded(String text) {
        return Base64.getEncoder()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8))
                .substring(0, 20);
    }

    private static Path keyFile(String... keys) throws IOException {
        return Files.write(folder.resolve("keys.txt"), List.of(keys));
    }
}
