package io.kubefate.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.kubefate.server.FreePort;
import io.kubefate.server.registry.Availability.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid and hostile registries. All use http and are configured as insecure. */
class RegistriesTest {

    private static final String HEAD = "HEAD /v2/fate/python/manifests/1";
    private static final String MANIFEST = "200 OK\nContent-Type: application/vnd.oci.image.manifest.v1+json";
    private static final Registries.Limits IMPATIENT =
            new Registries.Limits(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(40));

    @Test
    void tellsWhatIsThereAndWhatIsNot() throws IOException {
        try (RawServer server = RawServer.answering(Map.of(HEAD, MANIFEST))) {
            String present = server.host() + "/fate/python:1";
            String missing = server.host() + "/fate/python:2";

            assertThat(registries(server).check(List.of(present, missing, "No Name"), none()))
                    .containsExactly(
                            Map.entry(present, new Availability(Status.PRESENT, "")),
                            Map.entry(
                                    missing, new Availability(Status.MISSING, server.host() + " has no fate/python 2")),
                            Map.entry("No Name", new Availability(Status.INVALID, "invalid image name")));
        }
    }

    @Test
    void asksForWhatContainerRuntimesTake() throws IOException {
        try (RawServer server = RawServer.answering(Map.of(HEAD, MANIFEST))) {
            check(server, none());

            assertThat(server.requests().get(1).headers().get("accept"))
                    .contains("application/vnd.oci.image.index.v1+json")
                    .contains("application/vnd.docker.distribution.manifest.v2+json");
        }
    }

    @Test
    void requestsAManifestByItsDigestIfThereIsOne() throws IOException {
        try (RawServer server = RawServer.answering(Map.of())) {
            String digest = "sha256:" + "0123456789abcdef".repeat(4);

            registries(server).check(List.of(server.host() + "/a:1@" + digest), none());

            assertThat(server.lines()).contains("HEAD /v2/a/manifests/" + digest);
        }
    }

    @Test
    void gettingATokenNeedsNoLoginWhereAnybodyMayPull() throws IOException {
        try (RawServer server = tokenRegistry("")) {
            assertThat(check(server, none())).isEqualTo(Availability.present());
            assertThat(server.lines())
                    .containsExactly(
                            "GET /v2/",
                            HEAD,
                            "GET /token?x=1&service=me&scope=repository%3Afate%2Fpython%3Apull",
                            HEAD);
        }
    }

    @Test
    void aLoginIsShownToTheTokenServiceAndTheTokenToTheRegistry() throws IOException {
        try (RawServer server = tokenRegistry("Basic dTpw")) {
            assertThat(check(server, login(server.host()))).isEqualTo(Availability.present());
            assertThat(server.requests())
                    .extracting(RawServer.Request::authorization)
                    .containsExactly("", "", "Basic dTpw", "Bearer t0ken");
        }
    }

    @Test
    void saysWhichLoginIsRefused() throws IOException {
        try (RawServer server = tokenRegistry("Basic another")) {
            assertThat(check(server, login(server.host())))
                    .isEqualTo(
                            Availability.denied(
                                    "it rejects the credentials of secret regcred, or they have no permission to read the repository"));
        }
    }

    @Test
    void reportsMissingCredentials() throws IOException {
        try (RawServer server = tokenRegistry("Basic another")) {
            assertThat(check(server, none()).reason())
                    .isEqualTo("the repository does not exist, or requires credentials; there are no credentials for "
                            + server.host());
            assertThat(check(server, login("elsewhere.example")).reason())
                    .isEqualTo(
                            "the repository does not exist, or requires credentials; secret regcred has no credentials for "
                                    + server.host());
        }
    }

    @Test
    void triesOneLoginAfterTheOther() throws IOException {
        try (RawServer server = tokenRegistry("Basic dTpw")) {
            DockerConfig wrong = config("secret old", server.host(), "wrong");
            Keyring keyring =
                    new Keyring(List.of(wrong, login(server.host()).configs().get(0)));

            assertThat(check(server, keyring)).isEqualTo(Availability.present());
        }
    }

    @Test
    void aLoginDoesNotFollowARedirectToAnotherHost() throws IOException {
        try (RawServer other = basicRegistry();
                RawServer server = new RawServer((request, out) -> RawServer.write(
                        out,
                        request.authorization().isEmpty()
                                ? "401 Unauthorized\nWWW-Authenticate: Basic realm=\"r\""
                                : "307 Temporary Redirect\nLocation: http://" + other.host() + request.target()))) {
            assertThat(check(registries(server, other), server.host(), login(server.host()))
                            .status())
                    .isEqualTo(Status.DENIED);
            assertThat(other.requests())
                    .isNotEmpty()
                    .extracting(RawServer.Request::authorization)
                    .containsOnly("");
        }
    }

    @Test
    void aHostThatARegistryRedirectsToGetsNoCredentials() throws IOException {
        try (RawServer other = basicRegistry();
                RawServer server = new RawServer((request, out) ->
                        RawServer.write(out, "302 Found\nLocation: http://" + other.host() + request.target()))) {
            assertThat(check(registries(server, other), server.host(), login(server.host()))
                            .status())
                    .isEqualTo(Status.DENIED);
            assertThat(other.requests())
                    .isNotEmpty()
                    .extracting(RawServer.Request::authorization)
                    .containsOnly("");
        }
    }

    @Test
    void followsARedirectToWhereAnybodyMayPull() throws IOException {
        try (RawServer other = RawServer.answering(Map.of(HEAD, MANIFEST));
                RawServer server = new RawServer((request, out) ->
                        RawServer.write(out, "302 Found\nLocation: http://" + other.host() + request.target()))) {
            assertThat(check(registries(server, other), server.host(), none())).isEqualTo(Availability.present());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "302 Found~Location: /v2/again                            | it redirects too many times",
                "302 Found~Location: file:///etc/passwd                   | an address or a token that is invalid in HTTP",
                "302 Found~Location: http:// /                            | it redirects to an insecure or invalid address",
                "302 Found                                                | it redirects to an insecure or invalid address",
                "200 OK~Content-Type: text/html                           | not as a registry",
                "200 OK                                                   | not as a registry",
                "500 Oh No                                                | it responds with status 500",
                "418 Teapot                                               | it responds with status 418",
                "429 Too Many Requests                                    | too many requests",
                "401 Unauthorized                                         | an unsupported authentication scheme",
                "401 Unauthorized~WWW-Authenticate: Digest realm=\"r\"    | an unsupported authentication scheme",
                "401 Unauthorized~WWW-Authenticate: Bearer service=\"r\"  | no token service",
                "401 Unauthorized~WWW-Authenticate: Bearer realm=\"file:///etc/passwd\"        | no token service",
                "401 Unauthorized~WWW-Authenticate: Bearer realm=\"http://user:pw@localhost/\" | no token service",
                "401 Unauthorized~WWW-Authenticate: Bearer realm=\"http://localhost:1/\"       | an address of the service itself",
                "401 Unauthorized~WWW-Authenticate: Bearer realm=\"ht tp\"                     | no token service"
            })
    void reportsAResponseThatIsNotFromARegistry(String answer, String reason) throws IOException {
        try (RawServer server = RawServer.answering(Map.of("GET /v2/", "200 OK", "", answer.replace('~', '\n')))) {
            assertThat(check(server, login(server.host())).status()).isEqualTo(Status.UNREACHABLE);
            assertThat(check(server, login(server.host())).reason()).contains(reason);
        }
    }

    @Test
    void reportsARefusalWithoutAChallenge() throws IOException {
        try (RawServer server = RawServer.answering(Map.of("", "403 Forbidden"))) {
            assertThat(check(server, none())).isEqualTo(Availability.denied("it denies access to this service"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 OK\n\nno JSON, secret-body",
                "200 OK\n\n{}",
                "200 OK\n\n{\"token\":\"secret-body\\nHost: evil\"}",
                "200 OK\n\n{\"token\":7,\"access_token\":[\"secret-body\"]}",
                "503 Service Unavailable\n\nsecret-body"
            })
    void reportsATokenServiceWithoutATokenAndHidesItsResponse(String answer) throws IOException {
        try (RawServer server = new RawServer((request, out) -> RawServer.write(
                out,
                request.target().startsWith("/token")
                        ? answer
                        : "401 Unauthorized\nWWW-Authenticate: Bearer realm=\"http://"
                                + request.headers().get("host") + "/token\""))) {
            assertThat(check(server, none()).status()).isEqualTo(Status.UNREACHABLE);
            assertThat(check(server, none()).reason()).contains("token service").doesNotContain("secret-body");
        }
    }

    @Test
    void anEndlessAnswerIsNotReadOn() throws IOException {
        try (RawServer server = new RawServer((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] much = new byte[8192];
            while (true) {
                out.write(much);
            }
        })) {
            assertThat(check(server, none()))
                    .isEqualTo(Availability.unreachable("its response is longer than that of a registry"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", "HTTP/1.1 200 OK\r\nX: y"})
    void aSlowAnswerIsNotWaitedFor(String beginning) throws IOException {
        try (RawServer server = new RawServer((request, out) -> {
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        })) {
            Registries impatient = new Registries(Set.of(server.host()), Set.of(), IMPATIENT);

            assertThat(check(impatient, server.host(), none()))
                    .isEqualTo(Availability.unreachable("no response in time"));
        }
    }

    @Test
    void reportsAResponseThatIsNotHttpAndHidesIt() throws IOException {
        try (RawServer server = new RawServer(
                (request, out) -> out.write("220 secret-body SMTP\r\n".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(check(server, none()))
                    .isEqualTo(Availability.unreachable("the connection failed, or the response is not HTTP"));
        }
    }

    @Test
    void noHttpIsSpokenUnlessItIsConfigured() throws IOException {
        try (RawServer server = RawServer.answering(Map.of(HEAD, MANIFEST))) {
            Registries strict = new Registries(Set.of(), Set.of(server.host()), Registries.Limits.usual());

            assertThat(check(strict, server.host(), none()))
                    .isEqualTo(Availability.unreachable(
                            "no https; if it uses http, add it to KUBEFATE_INSECURE_REGISTRIES"));
            assertThat(server.lines()).isEmpty();
        }
    }

    @Test
    void aRegistryThatIsAwayIsTriedOnce() throws IOException {
        String host = "localhost:" + FreePort.find();
        List<String> images =
                IntStream.range(0, 20).mapToObj(i -> host + "/fate/a:" + i).toList();

        assertThat(new Registries(Set.of(host), Set.of(), Registries.Limits.usual())
                        .check(images, none())
                        .values())
                .hasSize(20)
                .containsOnly(Availability.unreachable("connection refused"));
    }

    @Test
    void reportsAnUntrustedCertificate(@TempDir Path directory) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context(directory)));
        server.start();
        try {
            String host = "localhost:" + server.getAddress().getPort();

            assertThat(check(new Registries(Set.of(), Set.of(host), Registries.Limits.usual()), host, none()))
                    .isEqualTo(Availability.unreachable(
                            "its certificate is not trusted; add the CA to the truststore of the service's JVM"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void reportsAClosedPortAsUnreachable() {
        assertThat(check(
                                new Registries(Set.of(), Set.of("localhost:99999"), Registries.Limits.usual()),
                                "localhost:99999",
                                none())
                        .status())
                .isEqualTo(Status.UNREACHABLE);
    }

    @Test
    void reportsAnUnknownHost() {
        assertThat(check(
                        new Registries(Set.of(), Set.of("registry.invalid"), Registries.Limits.usual()),
                        "registry.invalid",
                        none()))
                .isEqualTo(Availability.unreachable("unknown host"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:%d",
                "127.0.0.1:%d",
                "127.1:%d",
                "2130706433:%d",
                "0x7f000001.:%d",
                "0.0.0.0:%d",
                "[::1]:%d",
                "[::ffff:127.0.0.1]:%d",
                "169.254.169.254",
                "localhost:1",
                "registry.invalid"
            })
    void aHostThatIsNotKnownAsARegistryHasOneAnswer(String host) throws IOException {
        try (RawServer server = RawServer.answering(Map.of(HEAD, MANIFEST))) {
            int port = Integer.parseInt(server.host().substring(server.host().indexOf(':') + 1));
            Registries registries = new Registries(Set.of(), Set.of(), IMPATIENT);

            assertThat(check(registries, host.formatted(port), none()))
                    .isIn(Availability.unknown(), new Availability(Status.INVALID, "invalid image name"));
            assertThat(server.lines()).isEmpty();
        }
    }

    @Test
    void doesNotFollowARedirectToTheServiceItself() throws IOException {
        try (RawServer other = RawServer.answering(Map.of(HEAD, MANIFEST));
                RawServer server = new RawServer((request, out) ->
                        RawServer.write(out, "302 Found\nLocation: http://" + other.host() + request.target()))) {
            assertThat(check(server, none()).reason()).contains("an address of the service itself");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void reportsImagesWithoutAResponseInTimeAsUnreachable() throws IOException {
        try (RawServer server = new RawServer((request, out) -> {
            Thread.sleep(100);
            RawServer.write(out, "404 Not Found");
        })) {
            Registries hurried = new Registries(
                    Set.of(server.host()),
                    Set.of(),
                    new Registries.Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1)));
            List<String> images = IntStream.range(0, 400)
                    .mapToObj(i -> server.host() + "/fate/a:" + i)
                    .toList();

            assertThat(hurried.check(images, none()).values())
                    .hasSize(400)
                    .endsWith(Availability.unreachable("no response within 1 s"));
        }
    }

    @Test
    void noMessageContainsAPassword() throws IOException {
        try (RawServer server =
                RawServer.answering(Map.of("", "401 Unauthorized\nWWW-Authenticate: Basic realm=\"r\""))) {
            assertThat(Stream.of(
                            check(server, login(server.host())).reason(),
                            login("x").toString()))
                    .noneMatch(text -> text.contains("dTpw") || text.contains("password"));
        }
    }

    private static RawServer basicRegistry() throws IOException {
        return RawServer.answering(Map.of("", "401 Unauthorized\nWWW-Authenticate: Basic realm=\"r\""));
    }

    /** A registry that requires a token; its token service requires the given authorization. */
    private static RawServer tokenRegistry(String wanted) throws IOException {
        return new RawServer((request, out) -> {
            boolean service = request.target().startsWith("/token");
            if (service) {
                boolean known = request.authorization().equals(wanted);
                RawServer.write(out, known ? "200 OK\n\n{\"token\":\"t0ken\"}" : "401 Unauthorized");
            } else if (request.authorization().equals("Bearer t0ken")) {
                RawServer.write(out, MANIFEST);
            } else {
                RawServer.write(
                        out,
                        "401 Unauthorized\nWWW-Authenticate: Bearer realm=\"http://"
                                + request.headers().get("host") + "/token?x=1\",service=\"me\"");
            }
        });
    }

    private static Availability check(RawServer server, Keyring keyring) {
        return check(registries(server), server.host(), keyring);
    }

    private static Availability check(Registries registries, String host, Keyring keyring) {
        String image = host + "/fate/python:1";
        return registries.check(List.of(image), keyring).get(image);
    }

    private static Registries registries(RawServer... servers) {
        Set<String> hosts = Stream.of(servers).map(RawServer::host).collect(Collectors.toSet());
        return new Registries(hosts, Set.of(), Registries.Limits.usual());
    }

    private static Keyring none() {
        return new Keyring(List.of());
    }

    private static Keyring login(String host) {
        return new Keyring(List.of(config("secret regcred", host, "p")));
    }

    private static DockerConfig config(String source, String host, String password) {
        String text = "{\"auths\":{\"" + host + "\":{\"username\":\"u\",\"password\":\"" + password + "\"}}}";
        return DockerConfig.read(source, text).orElseThrow();
    }
}
