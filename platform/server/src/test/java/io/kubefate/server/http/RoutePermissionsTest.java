package io.kubefate.server.http;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.DemoPlugin;
import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import io.kubefate.server.http.security.Authenticated;
import io.kubefate.server.http.security.Public;
import io.kubefate.server.http.security.Requires;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route for every role, in a namespace of the user and in another one. The table says what each route requires: nothing
 * ({@code public}), a user ({@code user}), or a permission in the namespace of the {@code cluster} or {@code job} in its path, in that of
 * its {@code body}, in {@code any} namespace, or in {@code all}. An exclamation mark: the request changes something if it is allowed, so
 * only its refusals are tested.
 */
@Timeout(300)
class RoutePermissionsTest {

    private static final String ROUTES = """
            GET    /                                                         public
            GET    /v1                                                       public
            GET    /v1/openapi.json                                          public
            GET    /v1/swagger/{file}                                        public
            GET    /v1/user/login                                            public
            POST   /v1/user/login                                            public
            POST   /v1/user/logout                                           public
            POST   /v1/user/refresh                                          user
            POST   /v1/user/session                                          public
            DELETE /v1/user/session                                          public
            POST   /v1/user/session/refresh                                  user
            GET    /v1/user/session/oidc                                     public
            GET    /v1/user/session/oidc/callback                            public
            GET    /v1/user/me                                               user
            PUT    /v1/user/{uuid}/password                                  all     users   !
            GET    /v1/user                                                  all     users
            GET    /v1/user/{uuid}                                           all     users
            POST   /v1/user                                                  all     users
            PUT    /v1/user/{uuid}                                           all     users   !
            DELETE /v1/user/{uuid}                                           all     users   !
            GET    /v1/token                                                 user
            POST   /v1/token                                                 user
            DELETE /v1/token/{uuid}                                          user
            GET    /v1/permission                                            any     grant
            POST   /v1/permission                                            any     grant
            DELETE /v1/permission/{id}                                       any     grant
            GET    /v1/audit                                                 all     audit
            GET    /v1/version                                               user
            GET    /v1/version/kubernetes                                    any     view
            GET    /v1/diagnosis                                             any     view
            GET    /v1/chart/schema/{name}/{version}                         any     view
            GET    /v1/federation                                            any     view
            GET    /v1/namespace                                             any     view
            GET    /v1/chart                                                 any     view
            POST   /v1/chart                                                 all     plugins
            GET    /v1/chart/{uuid}                                          any     view
            DELETE /v1/chart/{uuid}                                          all     plugins
            GET    /v1/chart/valueTemplateExample/{name}/{version}           any     view
            GET    /v1/plugin                                                any     view
            POST   /v1/plugin                                                all     plugins
            GET    /v1/plugin/{id}                                           any     view
            PUT    /v1/plugin/{id}                                           all     plugins
            PUT    /v1/plugin/{id}/enabled                                   all     plugins
            DELETE /v1/plugin/{id}                                           all     plugins
            GET    /v1/cluster                                               any     view
            POST   /v1/cluster?dryRun=true                                   body    change
            PUT    /v1/cluster?dryRun=true                                   body    change
            POST   /v1/cluster/plan                                          body    view
            GET    /v1/cluster/adopt                                         any     change
            POST   /v1/cluster/adopt?dryRun=true                             body    change
            POST   /v1/cluster/images                                        body    change
            GET    /v1/cluster/{uuid}                                        cluster view
            DELETE /v1/cluster/{uuid}?dryRun=true                            cluster change
            POST   /v1/cluster/{uuid}/check                                  cluster change
            POST   /v1/cluster/{uuid}/module/{module}/restart?dryRun=true    cluster change
            GET    /v1/cluster/{uuid}/drift                                  cluster view
            POST   /v1/cluster/{uuid}/drift/reconcile                        cluster change  !
            GET    /v1/cluster/{uuid}/events                                 cluster view
            GET    /v1/cluster/{uuid}/events/stream                          cluster view
            GET    /v1/cluster/{uuid}/exec/ws                                cluster exec
            GET    /v1/cluster/{uuid}/forward/ws                             cluster exec
            GET    /v1/cluster/{uuid}/pages                                  cluster view
            GET    /v1/cluster/{uuid}/revision                               cluster view
            GET    /v1/cluster/{uuid}/revision/{number: [0-9]{1,9}}          cluster view
            GET    /v1/cluster/{uuid}/revision/{number: [0-9]{1,9}}/diff     cluster view
            POST   /v1/cluster/{uuid}/revision/{number: [0-9]{1,9}}/rollback cluster change  !
            GET    /v1/log/{uuid}                                            cluster logs
            GET    /v1/log/{uuid}/ws                                         cluster logs
            GET    /v1/job                                                   any     view
            GET    /v1/job/{uuid}                                            job     view
            PUT    /v1/job/{uuid}                                            job     change
            DELETE /v1/job/{uuid}                                            job     change  !
            GET    /v1/job/{uuid}/events                                     job     view
            GET    /v1/job/{uuid}/steps                                      job     view
            """;

    /** They need a password. */
    private static final Set<String> LOGINS = Set.of("POST /v1/user/login", "POST /v1/user/session");

    /** What each user may do in namespace {@code own}; the administrator may do it everywhere. */
    private static final Map<String, Set<String>> USERS = Map.of(
            "nobody", Set.of(),
            "viewer", Set.of("view", "logs"),
            "operator-of-own", Set.of("view", "logs", "change", "exec"),
            "namespace-admin", Set.of("view", "logs", "change", "exec", "secrets", "grant"),
            "reader-of-logs", Set.of("logs"),
            "admin-of-all", Set.of("view", "logs", "change", "exec", "secrets", "grant", "plugins", "users", "audit"));

    @RegisterExtension
    static final TestServer SERVER = TestServer.withDemoPlugin(
            new Setting("requests.maxStreamsPerUser", "1000"), new Setting("requests.maxStreams", "1000"));

    private static final TestClient ADMIN = new TestClient(SERVER);

    private static Map<String, String> clusters = Map.of();
    private static Map<String, String> jobs = Map.of();

    @BeforeAll
    static void installTwoClusters() {
        clusters = Stream.of("own", "other").collect(toMap(Function.identity(), RoutePermissionsTest::install));
        jobs = Stream.of("own", "other").collect(toMap(Function.identity(), RoutePermissionsTest::job));
        USERS.keySet().forEach(SERVER.users()::createIfAbsent);
        SERVER.users().grant("viewer", "viewer", "own");
        SERVER.users().grant("operator-of-own", "operator", "own");
        SERVER.users().grant("namespace-admin", "namespace-admin", "own");
        SERVER.users().grant("reader-of-logs", "logs", "own");
        SERVER.users().grant("admin-of-all", "admin", "*");
        USERS.keySet().forEach(user -> new TestClient(SERVER, user).get("/v1/version"));
    }

    /**
     * A row of the table.
     *
     * @param where what the namespace is found by
     * @param permission empty text if none is required
     */
    record Route(String method, String path, String where, String permission, boolean changes) {

        private static Route of(String line) {
            String[] words = line.replace(": [0-9]{1,9}", ":n").split("\\s+");
            return new Route(
                    words[0],
                    words[1].replace(":n", ": [0-9]{1,9}"),
                    words[2],
                    words.length > 3 ? words[3] : "",
                    line.endsWith("!"));
        }

        private String key() {
            return method + " " + path.replaceAll("\\?.*", "");
        }

        private boolean isIn(String... places) {
            return List.of(places).contains(where);
        }
    }

    static Stream<Route> routes() {
        return ROUTES.lines().map(Route::of);
    }

    @Test
    void theTableHasEveryRoute() {
        Set<String> known = new TreeSet<>(routes().map(Route::key).toList());

        assertThat(registered().keySet()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void everyRouteStatesExactlyOneRequirement() {
        registered()
                .forEach((route, method) -> assertThat(Stream.of(Public.class, Authenticated.class, Requires.class)
                                .filter(method::isAnnotationPresent))
                        .as(route)
                        .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whoLacksThePermissionIsRefused(Route route) {
        for (String user : USERS.keySet()) {
            for (String namespace : List.of("own", "other")) {
                int expected = expected(route, user, namespace);
                if (expected != 200 || !route.changes()) {
                    HttpResponse<InputStream> answer = send(route, user, id(route, namespace), namespace);
                    assertThat(kind(route, answer))
                            .as("%s %s as %s for %s", route.method(), route.path(), user, namespace)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whoHasNoTokenIsRefused(Route route) {
        HttpResponse<String> answer =
                ADMIN.sendWithoutToken(route.method(), path(route, id(route, "own")), body(route, "own"));

        boolean unauthorized = answer.statusCode() == 401 && !LOGINS.contains(route.key());
        assertThat(unauthorized).isEqualTo(!route.isIn("public"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatIsInTheNamespaceOfOthersDoesNotExist(Route route) throws IOException {
        if (route.isIn("cluster", "job")) {
            String unknown = UUID.randomUUID().toString();
            for (String user : List.of("viewer", "namespace-admin", "nobody")) {
                HttpResponse<InputStream> hidden = send(route, user, id(route, "other"), "other");
                HttpResponse<InputStream> absent = send(route, user, unknown, "other");

                assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
                assertThat(hidden.body().readAllBytes()).isEqualTo(absent.body().readAllBytes());
                assertThat(hidden.headers().map().keySet())
                        .isEqualTo(absent.headers().map().keySet());
            }
        }
    }

    /** 200 for a request that is allowed, whatever its answer is. */
    private static int expected(Route route, String user, String namespace) {
        boolean everywhere = user.equals("admin-of-all");
        Set<String> own = USERS.get(user);
        Set<String> there = everywhere || namespace.equals("own") ? own : Set.of();
        if (route.isIn("cluster", "job") && there.isEmpty()) {
            return 404;
        }
        boolean allowed = switch (route.where()) {
            case "cluster", "job", "body" -> there.contains(route.permission());
            case "any" -> own.contains(route.permission());
            case "all" -> everywhere;
            default -> true;
        };
        return allowed ? 200 : 403;
    }

    private static int kind(Route route, HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            boolean notFound = route.isIn("cluster", "job")
                    && answer.statusCode() == 404
                    && new String(body.readAllBytes(), StandardCharsets.UTF_8).contains("record not found");
            return answer.statusCode() == 403 ? 403 : notFound ? 404 : 200;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<InputStream> send(Route route, String user, String id, String namespace) {
        TestClient client = new TestClient(SERVER, user);
        return client.send(
                client.request(path(route, id)).method(route.method(), BodyPublishers.ofString(body(route, namespace))),
                BodyHandlers.ofInputStream());
    }

    private static String path(Route route, String id) {
        return route.path()
                .replace("{uuid}", id)
                .replace("{id}", "none")
                .replace("{file}", "index.html")
                .replace("{module}", "python")
                .replace("{name}", "demo")
                .replace("{version}", "v1")
                .replaceAll("\\{number: \\[0-9]\\{1,9}}", "1");
    }

    private static String id(Route route, String namespace) {
        return switch (route.where()) {
            case "cluster" -> clusters.get(namespace);
            case "job" -> jobs.get(namespace);
            default -> "none";
        };
    }

    private static String body(Route route, String namespace) {
        if (!route.isIn("body")) {
            return "";
        }
        return DemoPlugin.request(namespace, "v1");
    }

    private static String install(String namespace) {
        return ADMIN.install(DemoPlugin.request(namespace, "v1"));
    }

    private static String job(String namespace) {
        String cluster = clusters.get(namespace);
        for (var job : ADMIN.data("/v1/job")) {
            if (job.at("/cluster_id").asText().equals(cluster)) {
                return job.at("/uuid").asText();
            }
        }
        throw new IllegalStateException("no job of " + namespace);
    }

    private static Map<String, Method> registered() {
        List<Resource> all = new ArrayList<>();
        SERVER.resources().forEach(type -> all.add(Resource.from(type)));
        return all.stream()
                .flatMap(RoutePermissionsTest::routes)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, Method>> routes(Resource resource) {
        Stream<Map.Entry<String, Method>> own =
                resource.getAllMethods().stream().map(method -> route(resource.getPath(), method));
        Stream<Map.Entry<String, Method>> inner = resource.getChildResources().stream()
                .flatMap(child -> child.getAllMethods().stream()
                        .map(method -> route(join(resource.getPath(), child.getPath()), method)));
        return Stream.concat(own, inner);
    }

    private static Map.Entry<String, Method> route(String path, ResourceMethod method) {
        return Map.entry(
                method.getHttpMethod() + " " + (path.startsWith("/") ? path : "/" + path),
                method.getInvocable().getDefinitionMethod());
    }

    private static String join(String parent, String child) {
        return (parent.equals("/") ? "" : parent) + (child.startsWith("/") ? child : "/" + child);
    }
}
