package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service with a name that only the proxy knows. */
class ProxyTest extends ServiceTest {

    private static final String NAME = "kubefate.test";
    private static final String LOGIN = "Basic YW5uOnNlY3JldA=="; // ann:secret

    private ProxyStub proxy;
    private String host;

    @BeforeEach
    void startProxy() throws IOException {
        proxy = new ProxyStub();
        host = onProxy(service.address());
        program.with("FATECLOUD_SERVICEURL", host);
        service.on("GET /v1/job/", "{\"msg\":\"\",\"data\":[]}");
        service.on("GET /", "{\"msg\":\"kubefate run Success\"}");
        service.on("GET /v1/user/me", "{\"msg\":\"\",\"data\":{\"name\":\"ann\"}}");
        service.on("GET /v1/version/", "{\"msg\":\"\",\"version\":\"v3.0.1\"}");
    }

    @AfterEach
    void stopProxy() throws IOException {
        proxy.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_PROXY", "http_proxy"})
    void sendsRequestsThroughTheProxyOfTheVariable(String variable) {
        Result result = program.with(variable, "http://" + proxy.address()).run("job", "list");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(proxy.requests())
                .containsExactly("POST http://" + host + "/v1/user/login", "GET http://" + host + "/v1/job/");
    }

    @Test
    void acceptsAnAddressWithoutAScheme() {
        assertThat(program.with("HTTP_PROXY", proxy.address())
                        .run("job", "list")
                        .exitCode())
                .isZero();
    }

    @Test
    void opensWebSocketsThroughTheProxy() throws IOException {
        try (WebSocketStub sockets = new WebSocketStub().sends("2020-11-13T07:00:01Z one\n")) {
            Result result = throughProxy()
                    .with("FATECLOUD_SERVICEURL", onProxy(sockets.address()))
                    .run("cluster", "logs", CLUSTER, "-f");

            assertThat(result).isEqualTo(new Result(0, "one\n", ""));
            assertThat(proxy.requests()).last().isEqualTo("CONNECT " + onProxy(sockets.address()));
        }
    }

    @Test
    void readsEventsThroughTheProxy() {
        String job = job("Success", "").replaceFirst(".*\"data\":", "").replaceFirst("}$", "");
        service.on("GET /v1/job/" + JOB + "/events", 200, "text/event-stream", "event: job\ndata: " + job + "\n\n");

        Result result = throughProxy().run("job", "wait", JOB);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(proxy.requests()).contains("GET http://" + host + "/v1/job/" + JOB + "/events");
    }

    @Test
    void encryptsThroughTheProxy() throws IOException {
        try (TlsService encrypted = new TlsService(directory, NAME)) {
            String address = NAME + ":" + encrypted.port();
            Result result = program.with("HTTPS_PROXY", proxy.address())
                    .typing("secret\n")
                    .run(
                            "login",
                            "--server",
                            "https://" + address,
                            "--certificate-authority",
                            "ca.pem",
                            "--password-stdin");

            assertThat(result.err()).doesNotContain("TLS failed");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(proxy.requests()).containsOnly("CONNECT " + address);
        }
    }

    @Test
    void logsInAtAnIssuerThroughTheProxy() throws IOException {
        try (StubService issuer = new StubService()) {
            String url = "http://" + onProxy(issuer.address());

            throughProxy().run("login", "--server", "http://" + host, "--oidc-issuer", url);

            assertThat(proxy.requests()).contains("GET " + url + "/.well-known/openid-configuration");
        }
    }

    @Test
    void connectsDirectlyToThisMachine() {
        Result result = program.with("FATECLOUD_SERVICEURL", service.address())
                .with("HTTP_PROXY", proxy.address())
                .run("job", "list");

        assertThat(result.exitCode()).isZero();
        assertThat(proxy.requests()).isEmpty();
    }

    @Test
    void connectsDirectlyToAHostInNoProxy() {
        Result result = throughProxy().with("no_proxy", "example.com, " + NAME).run("job", "list");

        assertThat(result.err()).contains("unknown host " + NAME);
        assertThat(proxy.requests()).isEmpty();
    }

    @Test
    void logsInToTheProxy() throws IOException {
        proxy.require(LOGIN);
        try (WebSocketStub sockets = new WebSocketStub().sends("2020-11-13T07:00:01Z one\n")) {
            program.with("HTTP_PROXY", "http://ann:secret@" + proxy.address());

            assertThat(program.run("job", "list").exitCode()).isZero();
            assertThat(program.with("FATECLOUD_SERVICEURL", onProxy(sockets.address()))
                            .run("cluster", "logs", CLUSTER, "-f"))
                    .isEqualTo(new Result(0, "one\n", ""));
        }
        assertThat(service.requests())
                .allSatisfy(request ->
                        assertThat(request.header("Proxy-authorization")).isEmpty());
    }

    @Test
    void asksForTheLoginOfTheProxy() {
        proxy.require(LOGIN);

        assertThat(throughProxy().run("job", "list").err())
                .contains("returned status 407", "The proxy requires a login: add it to the variable");
    }

    @Test
    void namesTheProxyThatCannotBeReached() throws IOException {
        proxy.close();

        assertThat(throughProxy().run("job", "list").err())
                .contains(
                        " through the proxy " + proxy.address() + " of HTTP_PROXY: ",
                        "Check the proxy with kubefate doctor, or add " + NAME + " to NO_PROXY");
        assertThat(program.with("HTTP_PROXY", "proxy.invalid")
                        .run("job", "list")
                        .err())
                .contains("unknown host proxy.invalid");
    }

    @Test
    void rejectsAnotherKindOfProxyWithoutItsPassword() {
        Result result = program.with("HTTP_PROXY", "socks5://ann:secret@proxy").run("job", "list");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("HTTP_PROXY is not the address of an HTTP proxy")
                .doesNotContain("secret", "internal error");
    }

    @Test
    void doctorTestsTheProxy() {
        Result result = throughProxy().run("doctor");

        assertThat(result.exitCode()).as(result.out()).isZero();
        assertThat(result.out())
                .contains(
                        "ok       proxy: " + proxy.address() + " of HTTP_PROXY\n",
                        "ok       tcp: connected to " + proxy.address() + "\n",
                        "ok       tunnel: the proxy connects to " + host + "\n",
                        "ok       http: KubeFATE answers at http://" + host + "/\n");
    }

    @Test
    void doctorTestsTheCertificateBehindTheProxy() throws IOException {
        try (TlsService encrypted = new TlsService(directory, NAME)) {
            program.with("HTTPS_PROXY", proxy.address());
            program.run(
                    "context",
                    "set",
                    "a",
                    "--server",
                    "https://" + NAME + ":" + encrypted.port(),
                    "--certificate-authority",
                    "ca.pem");

            assertThat(program.run("doctor", "--context", "a").out())
                    .contains("ok       tls: certificate of " + NAME + ", valid until");
        }
    }

    @Test
    void doctorReportsThatTheProxyRefusesStreams() {
        proxy.refuseTunnels();

        Result result = throughProxy().run("doctor");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(
                        "warning  tunnel: the proxy refuses to connect to " + host + ": HTTP/1.1 403 Forbidden\n",
                        "logs -f, exec and open need it: use https, or allow it in the proxy.",
                        "ok       http: ");
    }

    @Test
    void doctorReportsWhatIsWrongWithTheProxy() throws IOException {
        proxy.require(LOGIN);
        assertThat(throughProxy().run("doctor").out())
                .contains("failed   tunnel: ", "Add the login to the variable: http://USER:PASSWORD@HOST:PORT");

        proxy.close();
        assertThat(program.run("doctor").out())
                .contains("failed   tcp: no connection to " + proxy.address(), "Check HTTP_PROXY");

        assertThat(program.with("HTTP_PROXY", "socks5://proxy").run("doctor").out())
                .contains(
                        "failed   proxy: HTTP_PROXY is not the address of an HTTP proxy", "skipped  dns: proxy failed");
    }

    @Test
    void doctorNamesAProxyThatIsNotUsed() {
        Result result = program.with("FATECLOUD_SERVICEURL", service.address())
                .with("HTTP_PROXY", proxy.address())
                .run("doctor");

        assertThat(result.out())
                .contains("ok       proxy: HTTP_PROXY is not used: localhost is this machine or in NO_PROXY\n");
    }

    private CommandLineRunner throughProxy() {
        return program.with("HTTP_PROXY", proxy.address());
    }

    private static String onProxy(String address) {
        return address.replace("localhost", NAME);
    }
}
