package io.kubefate.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that returns prepared responses and records the requests. */
public final class StubService implements AutoCloseable {

    private static final String MASKED = "application/json; masked";
    private static final int UNENDED = -200;
    private static final String LOGIN = "POST /v1/user/login";

    private final HttpServer server;
    private final Map<String, ConcurrentLinkedDeque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public StubService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        on(LOGIN, "{\"code\":200,\"expire\":\"2026-11-24T14:48:53+08:00\",\"token\":\"secret-token\"}");
    }

    public String address() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** Responds to a request, for example {@code GET /v1/job/}, with status 200. */
    public StubService on(String request, String json) {
        return on(request, 200, "application/json", json);
    }

    /** Responds to a request; several responses are sent in turn, the last one repeatedly. */
    public StubService on(String request, int status, String type, String body) {
        answers.computeIfAbsent(request, key -> new ConcurrentLinkedDeque<>()).add(new Answer(status, type, body));
        return this;
    }

    /** Responds to a request with {@code masked=true} like a service that masks passwords. */
    public StubService masked(String request, String data) {
        String line = request + (request.contains("?") ? "&" : "?") + "masked=true";
        return on(line, 200, MASKED, "{\"msg\":\"\",\"data\":" + data + "}");
    }

    /** Responds to a request with the beginning of a response that never ends. */
    public StubService begins(String request, String type, String body) {
        return on(request, UNENDED, type, body);
    }

    /** Replaces the response to a login. */
    public StubService onLogin(int status, String type, String body) {
        return replace(LOGIN, status, type, body);
    }

    /** Replaces the responses to a request. */
    public StubService replace(String request, int status, String type, String body) {
        answers.remove(request);
        return on(request, status, type, body);
    }

    /** All requests except logins. */
    public List<Request> requests() {
        return requests.stream()
                .filter(request -> !request.line().equals(LOGIN))
                .toList();
    }

    public List<Request> logins() {
        return requests.stream().filter(request -> request.line().equals(LOGIN)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(line, Map.copyOf(exchange.getRequestHeaders()), body));
        Answer answer = next(line);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", answer.type());
        if (answer.type().equals(MASKED)) {
            exchange.getResponseHeaders().add("Kubefate-Masked", "true");
        }
        if (answer.status() == 308) {
            exchange.getResponseHeaders().add("Location", "https://example.com/");
        }
        if (answer.status() == UNENDED) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            return;
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer next(String line) {
        String path = line.replaceFirst("\\?.*", ""); // a service ignores filters that it does not know
        ConcurrentLinkedDeque<Answer> queue =
                answers.getOrDefault(line, answers.getOrDefault(path, new ConcurrentLinkedDeque<>()));
        if (queue.isEmpty()) {
            return new Answer(404, "text/plain", "404 page not found");
        }
        return queue.size() > 1 ? queue.poll() : queue.peek();
    }

    private record Answer(int status, String type, String body) {}

    public record Request(String line, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }
}
