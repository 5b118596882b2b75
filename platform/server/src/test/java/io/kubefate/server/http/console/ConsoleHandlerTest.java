package io.kubefate.server.http.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console of a jar, before a handler that answers everything with status 404. */
class ConsoleHandlerTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /** Longer than what is sent at once. */
    private static final String SCRIPT = "console.log('hello');\n".repeat(10_000);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Server server;
    private static Server withoutConsole;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("console.jar");
        write(
                jar,
                Map.of(
                        "index.html", "<meta name=\"csp-nonce\" content=\"__CSP_NONCE__\">".getBytes(UTF_8),
                        "secret.txt", "secret".getBytes(UTF_8),
                        "assets/index-1a2b.js", SCRIPT.getBytes(UTF_8),
                        "assets/index-1a2b.js.gz", gzip(SCRIPT),
                        "assets/page-3c.css", "a{}".getBytes(UTF_8),
                        "assets/font-4d.woff2", new byte[] {1, 2},
                        "assets/logo-5e.svg", "<svg/>".getBytes(UTF_8),
                        "assets/notes-6f.html", "<p>".getBytes(UTF_8)));
        server = serve(new URLClassLoader(new URL[] {jar.toUri().toURL()}, null));
        withoutConsole = serve(new URLClassLoader(new URL[0], null));
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
        withoutConsole.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/clusters", "/clusters/c-1/logs?module=a", "/login", "/v1beta", "/index.html"})
    void browsersGetTheDocumentForEveryPage(String path) {
        HttpResponse<String> page = get(path, "Accept", BROWSER);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("<meta name=\"csp-nonce\"");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void theNonceOfTheDocumentIsThatOfItsPolicyAndNeverTheSame() {
        String first = nonce(get("/", "Accept", BROWSER));

        assertThat(nonce(get("/", "Accept", BROWSER))).isNotEqualTo(first);
    }

    @Test
    void pagesLoadOnlyWhatTheServiceServes() {
        assertThat(header(get("/", "Accept", BROWSER), "Content-Security-Policy"))
                .contains("default-src 'self';", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "http", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, text/html", "text/html;q=0.5, text/plain"})
    void otherClientsGetWhatIsBelowTheConsole(String accept) {
        assertThat(get("/", "Accept", accept).statusCode()).isEqualTo(404);
        assertThat(get("/clusters", "Accept", accept).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/cluster", "/health", "/assets", "/assets/", "/assets/none-1.js"})
    void thereAreNoPagesAmongOtherPaths(String path) {
        assertThat(get(path, "Accept", BROWSER).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingIsWritten() {
        HttpRequest.Builder request = request(server, "/clusters", "Accept", BROWSER);

        assertThat(send(request.POST(BodyPublishers.noBody()), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "index-1a2b.js, text/javascript",
        "page-3c.css, text/css",
        "font-4d.woff2, font/woff2",
        "logo-5e.svg, image/svg+xml"
    })
    void assetsAreKeptByBrowsers(String name, String type) {
        HttpResponse<String> asset = get("/assets/" + name);

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(header(asset, "Content-Type")).isEqualTo(type);
        assertThat(header(asset, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(asset, "ETag")).isEqualTo('"' + name + '"');
        assertThat(header(asset, "Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void aLongAssetIsSentWhole() {
        HttpResponse<String> asset = get("/assets/index-1a2b.js");

        assertThat(asset.body()).isEqualTo(SCRIPT);
        assertThat(header(asset, "Content-Length")).isEqualTo("" + SCRIPT.length());
    }

    @Test
    void theCompressedAssetIsSentToWhoAcceptsIt() throws IOException {
        HttpResponse<byte[]> asset = send(
                request(server, "/assets/index-1a2b.js", "Accept-Encoding", "gzip, deflate, br"),
                BodyHandlers.ofByteArray());

        assertThat(header(asset, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(asset, "Content-Type")).isEqualTo("text/javascript");
        assertThat(header(asset, "ETag")).isEqualTo("\"index-1a2b.js.gz\"");
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(asset.body())).readAllBytes(), UTF_8))
                .isEqualTo(SCRIPT);
    }

    @ParameterizedTest
    @CsvSource({"index-1a2b.js, gzip;q=0", "index-1a2b.js, br", "page-3c.css, gzip"})
    void otherwiseItIsSentAsItIs(String name, String encoding) {
        HttpResponse<String> asset = get("/assets/" + name, "Accept-Encoding", encoding);

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"page-3c.css\"", "\"other\", W/\"page-3c.css\""})
    void aKnownAssetIsNotSentAgain(String known) {
        HttpResponse<String> asset = get("/assets/page-3c.css", "If-None-Match", known);

        assertThat(asset.statusCode()).isEqualTo(304);
        assertThat(asset.body()).isEmpty();
        assertThat(header(asset, "ETag")).isEqualTo("\"page-3c.css\"");
    }

    @Test
    void anotherAssetIsSent() {
        assertThat(get("/assets/page-3c.css", "If-None-Match", "\"page-2b.css\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aHeadRequestGetsTheHeadersAlone() {
        HttpResponse<String> asset = send(
                request(server, "/assets/page-3c.css").method("HEAD", BodyPublishers.noBody()),
                BodyHandlers.ofString());

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(header(asset, "Content-Length")).isEqualTo("3");
        assertThat(asset.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/none-1a2b.js",
                "/assets/index-1a2b.js.gz",
                "/assets/notes-6f.html",
                "/assets/../secret.txt",
                "/assets/..%2fsecret.txt",
                "/assets/%2e%2e/secret.txt",
                "/assets/..%5csecret.txt",
                "/assets/sub/index-1a2b.js",
                "/assets//index-1a2b.js",
                "/secret.txt"
            })
    void nothingElseIsServed(String path) {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void aBuildWithoutConsoleSaysSo() {
        HttpResponse<String> page = send(request(withoutConsole, "/", "Accept", BROWSER), BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("no web console", "/v1/swagger/index.html", "kubefate login");
    }

    @Test
    void aBuildWithoutConsoleHasNoOtherPages() {
        assertThat(send(request(withoutConsole, "/clusters", "Accept", BROWSER), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    private static String nonce(HttpResponse<String> page) {
        Matcher policy = Pattern.compile("style-src 'self' 'nonce-([^']{20,})'")
                .matcher(header(page, "Content-Security-Policy"));
        assertThat(policy.find()).isTrue();
        assertThat(page.body()).contains("content=\"" + policy.group(1) + "\"");
        return policy.group(1);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join("|", answer.headers().allValues(name));
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return send(request(server, path, headers), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Server server, String path, String... headers) {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return headers.length > 0 ? request.headers(headers) : request;
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Server serve(ClassLoader classPath) throws Exception {
        ConsoleHandler console = new ConsoleHandler(new ConsoleFiles(classPath));
        console.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Response.writeError(request, response, callback, 404);
                return true;
            }
        });
        Server started = new Server(0);
        started.setHandler(console);
        started.start();
        return started;
    }

    private static void write(Path jar, Map<String, byte[]> files) throws IOException {
        try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                entries.putNextEntry(new ZipEntry("io/kubefate/console/" + file.getKey()));
                entries.write(file.getValue());
            }
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
