package io.kubefate.cli.completion;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Chart;
import io.kubefate.api.Cluster;
import io.kubefate.api.Job;
import io.kubefate.api.Namespace;
import io.kubefate.api.Plugin;
import io.kubefate.cli.configuration.ConnectionOptions;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.text.Yaml;
import io.kubefate.cli.text.YamlException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names that the service and the contexts have now. */
public final class LiveNames implements Completion.NameSource {

    private final Function<ConnectionOptions, CommandContext> connect;
    private final NameCache cache;

    /**
     * The names.
     *
     * @param connect returns a context of the options that the command line has before the cursor
     */
    public LiveNames(Function<ConnectionOptions, CommandContext> connect, NameCache cache) {
        this.connect = requireNonNull(connect, "connect is null");
        this.cache = requireNonNull(cache, "cache is null");
    }

    @Override
    public List<String> names(String label, List<String> arguments, Map<String, String> options) {
        try (CommandContext context = connect.apply(connection(options))) {
            if (label.equals("CONTEXT")) {
                return context.connections().contexts().read().names();
            }
            String key = context.connections().chosen().address() + label + (label.equals("MODULE") ? arguments : "");
            return cache.find(key, () -> names(context, label, arguments));
        }
    }

    private static List<String> names(CommandContext context, String label, List<String> arguments) {
        return switch (label) {
            case "CLUSTER" -> clusters(context.client().clusters().list(false));
            case "JOB" -> context.client().jobs().list().stream().map(Job::uuid).toList();
            case "CHART" ->
                context.client().charts().list().stream()
                        .map(Chart::name)
                        .distinct()
                        .toList();
            case "PLUGIN" ->
                context.client().plugins().list().stream().map(Plugin::id).toList();
            case "NAMESPACE" ->
                context.client().namespaces().stream().map(Namespace::name).toList();
            case "MODULE" -> modules(context.client().clusters().list(false), arguments);
            default -> List.of();
        };
    }

    /** A name that several namespaces have is completed with its namespace. */
    private static List<String> clusters(List<Cluster> clusters) {
        Set<String> once = new HashSet<>();
        Set<String> several = clusters.stream()
                .map(Cluster::name)
                .filter(name -> !once.add(name))
                .collect(Collectors.toSet());
        return clusters.stream()
                .map(cluster -> several.contains(cluster.name()) ? qualified(cluster) : cluster.name())
                .toList();
    }

    private static List<String> modules(List<Cluster> clusters, List<String> arguments) {
        return clusters.stream()
                .filter(cluster -> !arguments.isEmpty() && isNamed(cluster, arguments.get(0)))
                .map(LiveNames::modules)
                .flatMap(Collection::stream)
                .toList();
    }

    private static List<String> modules(Cluster cluster) {
        try {
            return Yaml.loadMap(Optional.ofNullable(cluster.values()).orElse(""))
                                    .get("modules")
                            instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        } catch (YamlException e) {
            return List.of();
        }
    }

    private static boolean isNamed(Cluster cluster, String text) {
        return text.equals(cluster.name())
                || text.equals(qualified(cluster))
                || (text.length() >= 4 && cluster.uuid().startsWith(text));
    }

    private static String qualified(Cluster cluster) {
        return cluster.namespace() + "/" + cluster.name();
    }

    private static ConnectionOptions connection(Map<String, String> options) {
        return new ConnectionOptions(
                Optional.ofNullable(options.get("--config")).map(Path::of),
                Optional.ofNullable(options.get("--context")),
                Optional.ofNullable(options.get("--server")),
                Optional.ofNullable(options.get("--kubeconfig")).map(Path::of));
    }
}
