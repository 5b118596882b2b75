package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.DemoPlugin;
import io.kubefate.server.TestServer;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users, their permissions and their tokens. */
@Timeout(120)
class UserApiTest {

    private static final String PASSWORD = "correct horse battery";

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient ADMIN = new TestClient(SERVER);

    private static final TestClient VIEWER = new TestClient(SERVER, "viewer-of-own");
    private static final String REQUEST = DemoPlugin.request("own", "v1", "password: top-secret", "value: top-secret");
    private static final String FILE = TestClient.json(REQUEST).at("/data").asText();

    private static String own;

    @BeforeAll
    static void installTwoClusters() {
        own = ADMIN.install(REQUEST);
        ADMIN.install(DemoPlugin.request("other", "v1", "password: top-secret", "value: top-secret"));
        SERVER.users().createIfAbsent("viewer-of-own");
        SERVER.users().grant("viewer-of-own", "viewer", "own");
    }

    @Test
    void aUserIsCreatedInTheShapeOfExistingClients() {
        HttpResponse<String> created = ADMIN.send(
                "POST",
                "/v1/user",
                "{\"username\":\"shape\",\"password\":\"" + PASSWORD + "\",\"email\":\"shape@example.com\"}");

        assertThat(TestClient.normalized(created))
                .matches("\\{\"msg\":\"createUser Success\",\"data\":\\{\"uuid\":\"<uuid>\",\"username\":\"shape\","
                        + "\"email\":\"shape@example.com\",\"userStatus\":\"Available\",\"enabled\":true,\"ID\":\\d+,"
                        + "\"CreatedAt\":\"<time>\",\"UpdatedAt\":\"<time>\",\"DeletedAt\":null}}");
        String uuid = TestClient.json(created).at("/data/uuid").asText();
        assertThat(ADMIN.data("/v1/user/" + uuid))
                .isEqualTo(TestClient.json(created).at("/data"));
        assertThat(ADMIN.get("/v1/user").body())
                .startsWith("{\"msg\":\"getUserList Success\"")
                .contains("\"username\":\"shape\"")
                .doesNotContain("hash", "salt", "$2a$");
    }

    @Test
    void theOldestClientsGetNoStatus() {
        String old = ADMIN.send("GET", "/v1/user", "", "User-Agent", "Go-http-client/1.1")
                .body();

        assertThat(old).contains("\"username\":\"operator\"").doesNotContain("userStatus");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"username\":\"a b\",\"password\":\"correct horse\"}|400|invalid username",
                "{\"username\":\"weak\",\"password\":\"short\"}|400|fewer than 8 characters",
                "{\"username\":\"weak\"}|400|password is required",
                "{\"username\":\"operator\",\"password\":\"correct horse\"}|409|User is existed.",
            })
    void refusesAnInvalidUser(String body, int status, String message) {
        HttpResponse<String> answer = ADMIN.send("POST", "/v1/user", body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TestClient.json(answer).at("/error").asText()).contains(message);
    }

    @Test
    void aUserSeesOnlyWhatIsGranted() {
        String user = create("seer");
        grant("seer", "viewer", "own");
        TestClient seer = new TestClient(SERVER, user);

        assertThat(seer.data("/v1/cluster"))
                .extracting(item -> item.at("/name").asText())
                .containsExactly("own");
        assertThat(seer.data("/v1/job")).hasSize(1);
        assertThat(seer.data("/v1/namespace"))
                .extracting(item -> item.at("/Name").asText())
                .containsExactly("own");
        assertThat(seer.data("/v1/plugin").at("/0/clusters")).hasSize(1);
        assertThat(ADMIN.data("/v1/plugin").at("/0/clusters")).hasSize(2);
    }

    @Test
    void passwordsAreMaskedForWhoMayNotSeeThem() {
        String user = create("masked");
        grant("masked", "operator", "own");
        TestClient masked = new TestClient(SERVER, user);

        for (String path : new String[] {"/v1/cluster", "/v1/cluster/" + own, "/v1/cluster/" + own + "/revision/1"}) {
            HttpResponse<String> answer = masked.get(path);
            assertThat(answer.body()).doesNotContain("top-secret");
            assertThat(answer.headers().firstValue("Kubefate-Masked")).hasValue("true");
            assertThat(ADMIN.get(path).body()).contains("top-secret");
        }
        grant("masked", "secrets", "own");
        assertThat(masked.get("/v1/cluster/" + own).body()).contains("top-secret");
        grant("masked", "viewer", "other");
        JsonNode list = masked.data("/v1/cluster");
        Map<String, String> specs = new TreeMap<>();
        list.forEach(
                item -> specs.put(item.at("/name").asText(), item.at("/values").asText()));
        assertThat(specs.get("own")).contains("top-secret");
        assertThat(specs.get("other")).doesNotContain("top-secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/cluster;x",
                "/v1/cluster;x/%s",
                "/v1/cluster;x=cluster/%s",
                "/v1;x/cluster/%s",
                "/v1/cluster/%s;x",
                "/v1/cluster;x/%s/revision/1",
                "/v1/cluster;x/%s/drift",
                "/v1/job;x",
                "/v1/log;x/%s",
            })
    void aPathWithParametersIsRefused(String template) {
        HttpResponse<String> answer = VIEWER.get(template.formatted(own));

        assertThat(answer.body())
                .isEqualTo("{\"error\":\"invalid request: the path must not contain ';'; write %3B\","
                        + "\"code\":\"INVALID_REQUEST\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/%%63luster",
                "/v1/%%63luster/%s",
                "/%%761/cluster/%s/",
                "/v1/cluster/%s/revision/%%31",
                "/v1/%%6Aob",
                "//v1//cluster/%s",
                "/v1//cluster",
                "/v1/cluster//%s",
                "/v1/job/../cluster/%s",
                "/v1/./cluster/%s",
                "/v1/cluster%%3Bx/%s",
            })
    void passwordsAreMaskedHoweverThePathIsWritten(String template) {
        HttpResponse<String> answer = VIEWER.get(template.formatted(own));

        assertThat(answer.statusCode()).isIn(200, 400, 404);
        assertThat(answer.statusCode() == 200)
                .isEqualTo(answer.headers().firstValue("Kubefate-Masked").isPresent());
        assertThat(answer.body()).doesNotContain("top-secret", FILE);
    }

    @Test
    void passwordsAreMaskedInFollowedLogs() throws InterruptedException {
        create("follower");
        grant("follower", "viewer", "own");
        SERVER.pods.run("python-a", "python", "python", "1");
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        TestClient follower = new TestClient(SERVER, "follower");
        follower.connectWithToken("/v1/log/" + own + "/ws?container=python", new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                lines.add(text.toString());
                return null;
            }
        });
        SERVER.pods.write("python-a", "python", "2020-11-13T07:22:53.000000001Z connects with top-secret");

        assertThat(lines.poll(20, TimeUnit.SECONDS))
                .startsWith("connects with ")
                .doesNotContain("top-secret");
    }

    @Test
    void aDisabledUserCanNeitherLogInNorUseATokenAndTheSessionStaysEnded() {
        String user = create("disabled");
        TestClient client = new TestClient(SERVER, user);
        String token = client.token();
        assertThat(version(token)).isEqualTo(200);

        assertOk(ADMIN.send("PUT", "/v1/user/" + uuid(user), "{\"enabled\":false}"));
        assertThat(version(token)).isEqualTo(401);
        assertThat(login(user, PASSWORD).statusCode()).isEqualTo(401);
        assertThat(ADMIN.data("/v1/user/" + uuid(user)).at("/userStatus").asText())
                .isEqualTo("Deprecate");

        assertOk(ADMIN.send("PUT", "/v1/user/" + uuid(user), "{\"enabled\":true}"));
        assertThat(version(token)).isEqualTo(401);
        assertThat(login(user, PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aDeletedUserIsGoneWithItsPermissions() {
        String user = create("deleted");
        grant("deleted", "viewer", "own");
        String token = new TestClient(SERVER, user).token();

        assertOk(ADMIN.send("DELETE", "/v1/user/" + uuid(user)));
        assertThat(version(token)).isEqualTo(401);
        create("deleted");
        assertThat(version(token)).isEqualTo(401);
        assertThat(new TestClient(SERVER, user).data("/v1/user/me").at("/grants"))
                .isEmpty();
    }

    @Test
    void theLastAdministratorStays() {
        String admin = uuid("admin");
        assertOk(ADMIN.send("PUT", "/v1/user/" + admin, "{\"enabled\":false}"));
        HttpResponse<String> refused = ADMIN.send("PUT", "/v1/user/" + uuid("operator"), "{\"enabled\":false}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("last enabled administrator");
        assertOk(ADMIN.send("PUT", "/v1/user/" + admin, "{\"enabled\":true}"));
    }

    @Test
    void ownPasswordNeedsTheCurrentOne() {
        String user = create("changing");
        TestClient client = new TestClient(SERVER, user);
        String path = "/v1/user/" + client.data("/v1/user/me").at("/uuid").asText() + "/password";

        assertThat(client.send("PUT", path, "{\"password\":\"another password\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.send("PUT", "/v1/user/" + uuid("admin") + "/password", "{\"password\":\"another password\"}")
                        .statusCode())
                .isEqualTo(403);
        String token = client.token();
        assertOk(client.send(
                "PUT", path, "{\"current_password\":\"" + PASSWORD + "\",\"password\":\"another password\"}"));

        assertThat(login(user, PASSWORD).statusCode()).isEqualTo(401);
        assertThat(login(user, "another password").statusCode()).isEqualTo(200);
        assertThat(version(token)).isEqualTo(401);
        assertOk(ADMIN.send("PUT", path, "{\"password\":\"" + PASSWORD + "\"}"));
        assertThat(login(user, PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aNamespaceAdministratorGrantsUpToItsOwnRights() {
        String user = create("head");
        create("member");
        grant("head", "namespace-admin", "own");
        TestClient head = new TestClient(SERVER, user);

        JsonNode grant = head.data(head.send("POST", "/v1/permission", grantBody("member", "operator", "own")));
        assertThat(grant.at("/creator").asText()).isEqualTo("head");
        assertThat(status(head, "POST", "/v1/permission", grantBody("member", "operator", "other")))
                .isEqualTo(403);
        assertThat(status(head, "POST", "/v1/permission", grantBody("member", "operator", "*")))
                .isEqualTo(403);
        assertThat(status(head, "POST", "/v1/permission", grantBody("member", "admin", "*")))
                .isEqualTo(403);
        assertThat(status(head, "POST", "/v1/permission", grantBody("member", "plugins", "own")))
                .isEqualTo(400);
        assertThat(head.data("/v1/permission"))
                .extracting(item -> item.at("/namespace").asText())
                .containsOnly("own");
        String adminGrant =
                ADMIN.data("/v1/permission?subject=operator").at("/0/id").asText();
        assertThat(status(head, "DELETE", "/v1/permission/" + adminGrant, "")).isEqualTo(404);
        assertOk(head.send("DELETE", "/v1/permission/" + grant.at("/id").asText()));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody-known,viewer,own,no user",
        "operator,boss,own,invalid role",
        "operator,viewer,A_B,invalid namespace"
    })
    void refusesAnInvalidGrant(String subject, String role, String namespace, String message) {
        HttpResponse<String> answer = ADMIN.send("POST", "/v1/permission", grantBody(subject, role, namespace));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(message);
    }

    @Test
    void aSessionIsRefreshedAndEnded() {
        String user = create("session");
        String first = TestClient.json(login(user, PASSWORD)).at("/token").asText();
        HttpResponse<String> refreshed =
                ADMIN.sendWithoutToken("POST", "/v1/user/refresh", "", "Authorization", "Bearer " + first);
        String second = TestClient.json(refreshed).at("/token").asText();

        assertThat(TestClient.json(refreshed).at("/code").asInt()).isEqualTo(200);
        assertThat(version(second)).isEqualTo(200);
        ADMIN.sendWithoutToken("POST", "/v1/user/logout", "", "Authorization", "Bearer " + second);
        assertThat(version(first)).isEqualTo(401);
        assertThat(version(second)).isEqualTo(401);
    }

    @Test
    void anotherSessionOfTheUserGoesOn() {
        String user = create("two-sessions");
        String one = TestClient.json(login(user, PASSWORD)).at("/token").asText();
        String other = TestClient.json(login(user, PASSWORD)).at("/token").asText();

        ADMIN.sendWithoutToken("POST", "/v1/user/logout", "", "Authorization", "Bearer " + one);

        assertThat(version(one)).isEqualTo(401);
        assertThat(version(other)).isEqualTo(200);
    }

    @Test
    void aSessionIsNotRefreshedForEver() {
        create("tireless");
        Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofHours(-13));
        String old = SERVER.users().token("tireless", yesterday, Duration.ofHours(24));

        HttpResponse<String> refused =
                ADMIN.sendWithoutToken("POST", "/v1/user/refresh", "", "Authorization", "Bearer " + old);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("log in again");
    }

    @Test
    void anApiTokenHasThePermissionsOfItsOwner() {
        String user = create("portal");
        grant("portal", "viewer", "own");
        TestClient owner = new TestClient(SERVER, user);
        JsonNode created = owner.data(owner.send("POST", "/v1/token", "{\"name\":\"dashboard\"}"));
        String token = created.at("/token").asText();

        assertThat(token).startsWith("kft_").hasSize(47);
        assertThat(status(token, "GET", "/v1/cluster/" + own, "")).isEqualTo(200);
        assertThat(status(token, "DELETE", "/v1/cluster/" + own, "")).isEqualTo(403);
        assertThat(status(token, "POST", "/v1/token", "{\"name\":\"more\"}")).isEqualTo(403);
        assertThat(status(token, "POST", "/v1/user/refresh", "")).isEqualTo(401);
        assertThat(owner.get("/v1/token").body()).contains("dashboard").doesNotContain("kft_", "sha256");
        JsonNode me = TestClient.json(
                        ADMIN.sendWithoutToken("GET", "/v1/user/me", "", "Authorization", "Bearer " + token))
                .at("/data");
        assertThat(me.at("/token_kind").asText()).isEqualTo("api");
        assertThat(me.at("/grants/0/role").asText()).isEqualTo("viewer");

        assertOk(owner.send("DELETE", "/v1/token/" + created.at("/uuid").asText()));
        assertThat(version(token)).isEqualTo(401);
    }

    @Test
    void aUserManagesOwnTokensAndAnAdministratorAll() {
        create("alpha");
        create("beta");
        TestClient alpha = new TestClient(SERVER, "alpha");
        TestClient beta = new TestClient(SERVER, "beta");
        String uuid = alpha.data(alpha.send("POST", "/v1/token", "{\"name\":\"a\"}"))
                .at("/uuid")
                .asText();

        assertThat(beta.data("/v1/token")).isEmpty();
        assertThat(status(beta, "DELETE", "/v1/token/" + uuid, "")).isEqualTo(404);
        assertThat(status(beta, "POST", "/v1/token", "{\"name\":\"b\",\"user\":\"alpha\"}"))
                .isEqualTo(403);
        assertThat(ADMIN.get("/v1/token").body()).contains(uuid);
        assertOk(ADMIN.send("DELETE", "/v1/token/" + uuid));
    }

    @Test
    void refusesATokenWithoutAnEnd() {
        String late = Instant.now().plus(Duration.ofDays(400)).toString();

        assertThat(ADMIN.send("POST", "/v1/token", "{\"name\":\"x\",\"expires\":\"" + late + "\"}")
                        .body())
                .contains("at most a year");
        assertThat(ADMIN.send("POST", "/v1/token", "{\"name\":\"x\",\"expires\":\"soon\"}")
                        .body())
                .contains("use a time like");
        assertThat(ADMIN.send("POST", "/v1/token", "{}").body()).contains("name is required");
    }

    private static String create(String name) {
        ADMIN.data(ADMIN.send("POST", "/v1/user", "{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}"));
        return name;
    }

    private static void grant(String user, String role, String namespace) {
        ADMIN.data(ADMIN.send("POST", "/v1/permission", grantBody(user, role, namespace)));
    }

    private static String grantBody(String user, String role, String namespace) {
        return "{\"subject\":\"%s\",\"role\":\"%s\",\"namespace\":\"%s\"}".formatted(user, role, namespace);
    }

    private static String uuid(String name) {
        for (JsonNode user : ADMIN.data("/v1/user")) {
            if (user.at("/username").asText().equals(name)) {
                return user.at("/uuid").asText();
            }
        }
        return UUID.randomUUID().toString();
    }

    private static HttpResponse<String> login(String user, String password) {
        return ADMIN.sendWithoutToken(
                "POST", "/v1/user/login", "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}");
    }

    private static int version(String token) {
        return status(token, "GET", "/v1/version", "");
    }

    private static int status(String token, String method, String path, String body) {
        return ADMIN.sendWithoutToken(method, path, body, "Authorization", "Bearer " + token)
                .statusCode();
    }

    private static int status(TestClient client, String method, String path, String body) {
        return client.send(method, path, body).statusCode();
    }

    private static void assertOk(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
