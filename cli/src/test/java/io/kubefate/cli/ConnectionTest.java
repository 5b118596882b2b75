package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ConnectionTest extends ServiceTest {

    @Test
    void namesTheAddressAndItsVariableIfTheConnectionIsRefused() {
        service.close();

        String error = error();

        assertThat(error)
                .contains("cannot reach http://" + service.address() + "/v1/user/login: connection refused")
                .contains("serviceurl is \"" + service.address() + "\" (from FATECLOUD_SERVICEURL)")
                .contains("Check that the service is running");
    }

    @Test
    void namesTheFileOfAnUnknownHost() throws IOException {
        Files.writeString(directory.resolve("config.yaml"), "serviceurl: no-such-host.invalid\n");

        String error = new CommandLineRunner(directory).run("job", "list").err();

        assertThat(error)
                .contains("unknown host no-such-host.invalid")
                .contains("(from " + directory.resolve("config.yaml") + ")");
    }

    @Test
    void detectsPlainHttpOnAnHttpsAddress() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread plainHttp = new Thread(() -> respondWithPlainHttp(server));
            plainHttp.start();

            String error = program.with("FATECLOUD_SERVICEURL", "https://localhost:" + server.getLocalPort())
                    .run("job", "list")
                    .err();

            plainHttp.join();
            // The JDK's client reports either the TLS error or the end of the connection, whichever it detects first.
            assertThat(error).contains("cannot reach https://localhost:", "plain HTTP, set safeconnect to false");
        }
    }

    @Test
    void quotesAnIngressPageAsText() {
        service.onLogin(404, "text/html", "<html><head><title>404 Not Found</title></head>\n<body>nginx</body></html>");

        assertThat(error())
                .contains("POST http://" + service.address() + "/v1/user/login returned status 404 (text/html)")
                .contains("\"404 Not Found nginx\"")
                .contains("ingress")
                .contains("(from FATECLOUD_SERVICEURL)")
                .doesNotContain("<html>");
    }

    @Test
    void rejectsAPageAsResponse() {
        service.onLogin(200, "text/html", "<html>Welcome</html>");

        assertThat(error()).contains("returned status 200 (text/html)", "\"Welcome\"");
    }

    @Test
    void rejectsOtherJsonAsLogin() {
        service.onLogin(200, "application/json", "{\"hello\":\"world\"}");

        assertThat(error()).contains("which is not a response of the kubefate service");
    }

    @Test
    void explainsARedirectToHttps() {
        service.onLogin(308, "text/html", "");

        assertThat(error()).contains("The server redirects to https://example.com/: set safeconnect to true.");
    }

    @Test
    void namesTheSourcesOfTheCredentials() {
        service.onLogin(401, "application/json", "{\"code\":401,\"message\":\"incorrect Username or Password\"}");

        assertThat(program.with("FATECLOUD_USER_PASSWORD", "wrong").run("job", "list"))
                .isEqualTo(new Result(
                        1,
                        "",
                        "resp.StatusCode=401, error: {\"code\":401,\"message\":\"incorrect Username or Password\"}\n"
                                + "Check user.username (from the default) and user.password (from"
                                + " FATECLOUD_USER_PASSWORD)." + System.lineSeparator()));
    }

    @Test
    void reportsAnUnavailableService() {
        service.onLogin(503, "text/html", "<html>503</html>");

        assertThat(error())
                .startsWith("503 Service Temporarily Unavailable. Please try again later or check the pod status of"
                        + " kubefate");
    }

    @Test
    void prefersTheServicesErrorIfItIsUnavailable() {
        service.on(
                "GET /v1/job/", 503, "application/json", "{\"error\":\"the database does not answer\",\"code\":\"X\"}");

        assertThat(error().strip()).isEqualTo("the database does not answer");
    }

    @Test
    void printsRequestsAndStackTracesAtDebugLevel() {
        service.on("GET /v1/job/", 500, "application/json", "{\"error\":\"oops\"}");

        assertThat(program.with("FATECLOUD_LOG_LEVEL", "debug")
                        .run("job", "list")
                        .err())
                .contains("GET http://" + service.address() + "/v1/job/ 500", "\tat io.kubefate.cli.");
    }

    @Test
    void supportsAPathBeforeTheApi() {
        service.on("POST /fate/v1/user/login", "{\"code\":200,\"token\":\"t\"}")
                .on("GET /fate/v1/job/", "{\"msg\":\"\",\"data\":[]}");

        assertThat(program.with("FATECLOUD_SERVICEURL", "http://" + service.address() + "/fate/")
                        .run("job", "list")
                        .exitCode())
                .isZero();
    }

    private static void respondWithPlainHttp(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String error() {
        Result result = program.run("job", "list");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        return result.err();
    }
}
