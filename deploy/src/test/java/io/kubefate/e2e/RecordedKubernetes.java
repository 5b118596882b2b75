package io.kubefate.e2e;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The API server as a service account reaches it, with a record of the requests: {@code kubectl proxy} passes them on and logs them.
 */
final class RecordedKubernetes implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern PORT = Pattern.compile("Starting to serve on 127\\.0\\.0\\.1:(\\d+)");

    /** The format of Kubernetes 1.20, and the one of 1.34 with names of its fields. */
    private static final Pattern REQUEST = Pattern.compile(
            "(GET|POST|PUT|PATCH|DELETE)\"? (?:url=\")?https://[^/]+(/[^\\s\"]+)\"? (?:status=\")?(\\d{3})");

    private static final String FORBIDDEN = "403";
    private static final String CREATED = "201";

    private final Command.Running proxy;
    private final Path kubeconfig;

    /**
     * Opens the way.
     *
     * @param folder for files
     * @param token of the service account
     */
    RecordedKubernetes(Path folder, String token) {
        try {
            String own = Files.readString(Path.of(System.getenv("KUBECONFIG")))
                    .replaceFirst("(?s)users:.*", "users: [{name: account, user: {token: " + token + "}}]")
                    .replaceFirst("user: .*", "user: account");
            Path file = Files.writeString(folder.resolve("account.kubeconfig"), own);
            proxy = new Kubectl("default")
                    .start("--kubeconfig=" + file, "proxy", "--port=0", "--reject-paths=^$", "-v=6");
            Eventually.holds(
                    "the proxy listens", LIMIT, () -> PORT.matcher(proxy.out()).find());
            Matcher port = PORT.matcher(proxy.out());
            if (!port.find()) {
                throw new IllegalStateException(proxy.out());
            }
            kubeconfig = Files.writeString(folder.resolve("proxy.kubeconfig"), """
                    apiVersion: v1
                    kind: Config
                    clusters: [{name: proxy, cluster: {server: "http://127.0.0.1:%s"}}]
                    users: [{name: nobody, user: {}}]
                    contexts: [{name: proxy, context: {cluster: proxy, user: nobody}}]
                    current-context: proxy
                    """.formatted(port.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the variables with which the service takes this way; the proxy regards an upgrade to HTTP/2 as a WebSocket} */
    Map<String, String> variables() {
        return Map.of("KUBECONFIG", kubeconfig.toString(), "HTTP2_DISABLE", "true");
    }

    /** {@return what requests needed that Kubernetes allowed; to create an object by an apply needs both permissions} */
    Set<String> used() {
        Stream<String> created = requests(status -> status.equals(CREATED))
                .flatMap(request -> Permission.of("POST", request.group(2)).stream())
                .map(Permission::toString);
        return Stream.concat(permissions(status -> !status.equals(FORBIDDEN)), created)
                .collect(toCollection(TreeSet::new));
    }

    /** {@return what requests needed that Kubernetes refused} */
    Set<String> refused() {
        return permissions(FORBIDDEN::equals).collect(toCollection(TreeSet::new));
    }

    private Stream<String> permissions(Predicate<String> status) {
        return requests(status)
                .flatMap(request -> Permission.of(request.group(1), request.group(2)).stream())
                .map(Permission::toString);
    }

    private Stream<MatchResult> requests(Predicate<String> status) {
        return REQUEST.matcher(proxy.err()).results().filter(request -> status.test(request.group(3)));
    }

    @Override
    public void close() {
        proxy.process().destroy();
    }
}
