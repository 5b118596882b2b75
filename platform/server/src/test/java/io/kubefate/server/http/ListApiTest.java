package io.kubefate.server.http;

import static io.kubefate.server.http.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.TestServer;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.TestRows;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobMethod;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in parts, sorted and filtered. */
class ListApiTest {

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin();

    private static final TestClient CLIENT = new TestClient(SERVER);

    private static String alpha;

    @BeforeAll
    static void storeClustersWhoseJobsHaveEnded() {
        ClusterStore clusters = new ClusterStore(SERVER.jdbi());
        for (String name : List.of("charlie", "alpha", "delta", "bravo")) {
            ClusterRecord cluster = TestRows.cluster(name, "name: " + name, Instant.now());
            TestRows.accept(clusters, cluster);
        }
        while (CLIENT.data("/v1/job?status=Pending,Running").size() > 0) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        SERVER.jdbi().useHandle(handle -> {
            handle.execute("update job set status = 'Success'");
            handle.execute("update cluster set status = ?", ClusterStatus.Failed.name());
            handle.execute("update cluster set status = ? where name = 'alpha'", ClusterStatus.Pending.name());
        });
        alpha = clusters.findByName("alpha", "alpha").orElseThrow().uuid();
        storeUsersWithTokensAndPermissions();
    }

    private static void storeUsersWithTokensAndPermissions() {
        for (String name : List.of("list-charlie", "list-alpha", "list-bravo")) {
            createUser(name, !name.equals("list-bravo"));
        }
        createToken("t-b", "list-alpha", Duration.ofDays(1));
        createToken("t-a", "list-alpha", Duration.ofDays(3));
        createToken("t-c", "list-charlie", Duration.ofDays(2));
        SERVER.users().grant("list-alpha", "viewer", "list-a");
        SERVER.users().grant("list-charlie", "viewer", "list-c");
        SERVER.users().grant("list-alpha", "operator", "list-a");
        CLIENT.data(CLIENT.send(
                "POST",
                "/v1/permission",
                "{\"subject_kind\":\"group\",\"subject\":\"ml\",\"role\":\"viewer\",\"namespace\":\"*\"}"));
    }

    private static void createUser(String name, boolean enabled) {
        CLIENT.data(CLIENT.send(
                "POST",
                "/v1/user",
                "{\"username\":\"%s\",\"password\":\"correct horse\",\"enabled\":%s}".formatted(name, enabled)));
    }

    private static void createToken(String name, String user, Duration lifetime) {
        CLIENT.data(CLIENT.send(
                "POST",
                "/v1/token",
                "{\"name\":\"%s\",\"user\":\"%s\",\"expires\":\"%s\"}"
                        .formatted(name, user, Instant.now().plus(lifetime))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/cluster",
                "/v1/job",
                "/v1/chart",
                "/v1/plugin",
                "/v1/namespace",
                "/v1/user",
                "/v1/token",
                "/v1/permission"
            })
    void withoutParametersAListIsWhatExistingClientsGet(String path) {
        assertThat(json(CLIENT.get(path)).fieldNames()).toIterable().containsExactly("msg", "data");
    }

    @Test
    void clustersAreListedInTheOrderOfTheirAcceptance() {
        assertThat(names("/v1/cluster")).containsExactly("charlie", "alpha", "delta", "bravo");
    }

    @ParameterizedTest
    @CsvSource({
        "created,  charlie alpha delta bravo",
        "-created, bravo delta alpha charlie",
        "name,     alpha bravo charlie delta",
        "-name,    delta charlie bravo alpha",
        "status,   charlie delta bravo alpha",
    })
    void partsOfASortedListAreTheWholeList(String sort, String names) {
        List<String> all = new ArrayList<>();
        JsonNode part = json(CLIENT.get("/v1/cluster?limit=3&sort=" + sort));
        all.addAll(part.at("/data").findValuesAsText("name"));
        assertThat(all).hasSize(3);
        JsonNode last = json(CLIENT.get("/v1/cluster?limit=3&sort=" + sort + "&continue="
                + part.at("/continue").asText()));
        all.addAll(last.at("/data").findValuesAsText("name"));

        assertThat(all).containsExactly(names.split(" "));
        assertThat(part.at("/remaining_item_count").asInt()).isEqualTo(1);
        assertThat(last.has("continue")).isFalse();
        assertThat(last.has("remaining_item_count")).isFalse();
    }

    @Test
    void aPartSaysHowManyFilteredRowsFollow() {
        assertThat(remaining("/v1/cluster?status=Failed&limit=1")).isEqualTo(2);
        assertThat(remaining("/v1/job?limit=1")).isEqualTo(3);
        assertThat(remaining("/v1/chart?limit=1")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "status=Failed,             charlie delta bravo",
        "'status=failed,Pending', charlie alpha delta bravo",
        "namespace=alpha,           alpha",
        "'chart=fate&text=RAVO',    bravo",
        "name=delta,                delta",
        "'name=delta&status=Running', ''",
    })
    void clustersAreFiltered(String query, String names) {
        assertThat(names("/v1/cluster?" + query)).containsExactlyElementsOf(words(names));
    }

    @Test
    void jobsAreFilteredByTheirClusterAndMethod() {
        assertThat(CLIENT.data("/v1/job?cluster=" + alpha).findValuesAsText("cluster_id"))
                .containsExactly(alpha);
        assertThat(CLIENT.data("/v1/job?namespace=alpha").findValuesAsText("cluster_id"))
                .containsExactly(alpha);
        assertThat(CLIENT.data("/v1/job?method=" + JobMethod.ClusterDelete)).isEmpty();
        assertThat(CLIENT.data("/v1/job?status=Success&sort=-updated&limit=2")).hasSize(2);
    }

    @Test
    void theLastPartHasNoContinue() {
        assertThat(json(CLIENT.get("/v1/cluster?limit=4")).has("continue")).isFalse();
    }

    @Test
    void existingClientsGetTheSamePartsAsOthers() {
        HttpResponse<String> answer = CLIENT.send("GET", "/v1/cluster?limit=1", "", "User-Agent", "kubefate");

        assertThat(json(answer).at("/continue").asText()).isNotEmpty();
        assertThat(json(CLIENT.get("/v1/cluster?limit=1&masked=true")).at("/continue"))
                .isEqualTo(json(answer).at("/continue"));
    }

    @Test
    void pluginsRevisionsAndChartsAreListedInParts() {
        JsonNode charts = json(CLIENT.get("/v1/chart?limit=2"));
        JsonNode others = json(CLIENT.get(
                "/v1/chart?limit=2&continue=" + charts.at("/continue").asText()));

        assertThat(charts.at("/data").findValuesAsText("version")).containsExactly("v1", "v2");
        assertThat(others.at("/data").findValuesAsText("version")).containsExactly("v3");
        assertThat(CLIENT.data("/v1/plugin?status=loaded&text=DEM&sort=-updated"))
                .hasSize(1);
        assertThat(CLIENT.data("/v1/plugin?status=refused")).isEmpty();
        assertThat(CLIENT.data("/v1/cluster/" + alpha + "/revision?sort=-created&limit=1"))
                .hasSize(1);
        assertThat(CLIENT.data("/v1/cluster/" + alpha + "/events?status=Warning&sort=-created"))
                .isEmpty();
        assertThat(CLIENT.data("/v1/namespace?status=Terminating")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'/v1/user?text=list-&sort=-name',              username, list-charlie list-bravo list-alpha",
        "'/v1/user?text=list-&sort=-created&limit=2',   username, list-bravo list-alpha",
        "'/v1/user?text=list-&status=deprecate',        username, list-bravo",
        "'/v1/user?name=list-alpha',                    username, list-alpha",
        "'/v1/token?sort=name',                         name,     t-a t-b t-c",
        "'/v1/token?sort=-expires&limit=2',             name,     t-a t-c",
        "'/v1/token?user=list-alpha',                   name,     t-b t-a",
        "'/v1/permission?text=list-&sort=-subject',     subject,  list-charlie list-alpha list-alpha",
        "'/v1/permission?subject=list-alpha&sort=role', role,     operator viewer",
        "'/v1/permission?role=operator&text=list-',     role,     operator",
        "'/v1/permission?namespace=list-c',             subject,  list-charlie",
        "'/v1/permission?subject_kind=group',           subject,  ml",
    })
    void usersTokensAndPermissionsAreSortedAndFiltered(String path, String field, String values) {
        assertThat(CLIENT.data(path).findValuesAsText(field)).containsExactly(values.split(" "));
    }

    @Test
    void usersTokensAndPermissionsAreListedInParts() {
        for (String path : List.of("/v1/user?text=list-", "/v1/token", "/v1/permission?text=list-")) {
            String separator = path.contains("?") ? "&" : "?";
            JsonNode part = json(CLIENT.get(path + separator + "limit=2"));
            JsonNode last = json(CLIENT.get(path + separator + "limit=2&continue="
                    + part.at("/continue").asText()));

            assertThat(part.at("/data")).hasSize(2);
            assertThat(part.at("/remaining_item_count").asInt()).isEqualTo(1);
            assertThat(last.at("/data")).hasSize(1).doesNotContainAnyElementsOf(part.at("/data"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/cluster?limit=0,            limit must be a number from 1 to 1000",
        "/v1/cluster?limit=1001,         limit must be a number from 1 to 1000",
        "/v1/job?limit=x,                limit must be a number from 1 to 1000",
        "/v1/cluster?sort=size,          'sort must be one of created, updated, name, namespace, status'",
        "/v1/job?status=Done,            'status must be one or, separated by commas, several of Pending, Running'",
        "/v1/cluster?method=ClusterCheck, this list cannot be filtered by method; its filters are status",
        "/v1/cluster?continue=x,         continue must be the value from the reply with the part before",
        "/v1/cluster?continue=bnVsbA,    continue must be the value from the reply with the part before",
    })
    void aWrongParameterIsRejectedWithWhatIsAllowed(String path, String message) {
        HttpResponse<String> answer = CLIENT.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/code").asText()).isEqualTo("INVALID_REQUEST");
        assertThat(json(answer).at("/error").asText()).startsWith(message);
    }

    @Test
    void aTokenBelongsToOneOrder() {
        String token = json(CLIENT.get("/v1/cluster?limit=1&sort=name"))
                .at("/continue")
                .asText();

        assertThat(CLIENT.get("/v1/cluster?limit=1&sort=-name&continue=" + token)
                        .statusCode())
                .isEqualTo(400);
        assertThat(CLIENT.get("/v1/job?limit=1&continue=" + token).statusCode()).isEqualTo(400);
    }

    private static int remaining(String path) {
        return json(CLIENT.get(path)).at("/remaining_item_count").asInt();
    }

    private static List<String> names(String path) {
        return CLIENT.data(path).findValuesAsText("name");
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
