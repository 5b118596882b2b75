package io.kubefate.cli.client;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.DiagnosisCheck;
import io.kubefate.api.Federation;
import io.kubefate.api.Namespace;
import io.kubefate.api.Reply;
import io.kubefate.api.VersionReply;
import io.kubefate.cli.client.http.Transport;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.configuration.Proxies;
import io.kubefate.cli.configuration.Sessions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The REST API that the command line uses. Every method throws {@link io.kubefate.cli.error.ServiceException} if the service
 * rejects the request, and {@link io.kubefate.cli.error.UnavailableException} if there is no usable response.
 *
 * <p>Paths have a trailing slash where KubeFATE registers them with one, because older services redirect otherwise.
 */
public final class KubefateClient {

    private final Transport transport;

    /**
     * A client of one service as one user.
     *
     * @param proxies of the environment
     * @param version of the command line; the service recognizes it by its version
     * @param trace receives one line per request, with its status
     * @param sessions the tokens of earlier commands
     */
    public KubefateClient(
            Connection connection,
            Proxies proxies,
            String version,
            Consumer<String> trace,
            Clock clock,
            Sessions sessions) {
        this.transport = new Transport(connection, proxies, "kubefate/" + version, trace, clock, sessions);
    }

    public SessionClient sessions() {
        return new SessionClient(transport);
    }

    public ClusterClient clusters() {
        return new ClusterClient(transport);
    }

    public RevisionClient revisions() {
        return new RevisionClient(transport);
    }

    public PodClient pods() {
        return new PodClient(transport);
    }

    public JobClient jobs() {
        return new JobClient(transport);
    }

    public ChartClient charts() {
        return new ChartClient(transport);
    }

    public PluginClient plugins() {
        return new PluginClient(transport);
    }

    public AuditClient audit() {
        return new AuditClient(transport);
    }

    public UserClient users() {
        return new UserClient(transport);
    }

    public TokenClient tokens() {
        return new TokenClient(transport);
    }

    public PermissionClient permissions() {
        return new PermissionClient(transport);
    }

    public MaskedClient masked() {
        return new MaskedClient(transport);
    }

    public List<Namespace> namespaces() {
        return list(transport.send("GET", "v1/namespace/", new TypeReference<Reply<List<Namespace>>>() {}));
    }

    /** {@return the routes of all clusters that the user may see} */
    public Federation federation() {
        return transport
                .send("GET", "v1/federation", new TypeReference<Reply<Federation>>() {})
                .result();
    }

    /** {@return the service's version, and a warning about its settings} */
    public VersionReply version() {
        return transport.send("GET", "v1/version/", new TypeReference<VersionReply>() {});
    }

    /**
     * Lets the service check what it depends on.
     *
     * @param namespace where it checks its permissions
     * @return empty if the service is too old to check itself
     */
    public Optional<List<DiagnosisCheck>> diagnosis(String namespace) {
        String path = "v1/diagnosis?namespace=" + segment(namespace);
        return transport
                .find(path, new TypeReference<Reply<List<DiagnosisCheck>>>() {})
                .map(KubefateClient::list);
    }

    /** {@return the query that continues where the service would refuse} */
    static String force(boolean force) {
        return force ? "?force=true" : "";
    }

    /** {@return a path with the parts of a query that are not empty} */
    static String path(String path, String... query) {
        String parts = Arrays.stream(query).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return parts.isEmpty() ? path : path + "?" + parts;
    }

    /** Go services write an empty list as null. */
    static <T> List<T> list(Reply<List<T>> reply) {
        return Optional.ofNullable(reply.data()).orElse(List.of());
    }

    /** {@return the text with everything escaped that a segment of a path must not contain} */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
