package io.kubefate.server.http;

import io.kubefate.server.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads metrics as Prometheus does. */
final class Scrape {

    private static final Pattern OWN = Pattern.compile("(?m)^# TYPE (kubefate_\\S+) \\S+$");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Scrape() {}

    /** {@return all metrics of a server, as text} */
    static String of(TestServer server) {
        try {
            URI address = URI.create("http://127.0.0.1:" + server.adminPort() + "/metrics");
            return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@return the names of the metrics that no library measures} */
    static Set<String> own(TestServer server) {
        Set<String> names = new TreeSet<>();
        OWN.matcher(of(server)).results().forEach(match -> names.add(match.group(1)));
        return names;
    }
}
