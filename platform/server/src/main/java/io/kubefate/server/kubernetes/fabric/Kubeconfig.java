package io.kubefate.server.kubernetes.fabric;

import static java.util.stream.Collectors.joining;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kubeconfig files that are in use, merged like {@code kubectl} does: the first file that defines a name wins.
 *
 * @param names what selects the files, and the files, for messages
 * @param files the files, all of which exist
 * @param contents their contents, in the same order
 */
record Kubeconfig(String names, List<Path> files, List<Config> contents) {

    Kubeconfig {
        files = List.copyOf(files);
        contents = List.copyOf(contents);
    }

    /**
     * Reads files.
     *
     * @param names the files for messages, for example {@code /root/.kube/config}
     * @param files existing files
     * @throws ConnectionException if one of them cannot be read or is not a kubeconfig
     */
    static Kubeconfig read(String names, List<Path> files) {
        return new Kubeconfig(
                names, files, files.stream().map(file -> read(names, file)).toList());
    }

    private static Config read(String names, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ConnectionException(names
                    + (Files.isDirectory(file) ? " is a directory, not a file" : " cannot be read by the service"));
        }
        try {
            return KubeConfigUtils.parseConfig(file.toFile());
        } catch (RuntimeException e) { // also those of the parser
            throw new ConnectionException(names + " is not a valid kubeconfig", e);
        }
    }

    /** Describes the context in use, for example {@code context "admin" in /root/.kube/config}. */
    String description() {
        return "context \"" + context().getName() + "\" in " + names;
    }

    /** Returns the user of the context. */
    Optional<NamedAuthInfo> user() {
        String user = context().getContext().getUser();
        return find(Config::getUsers, NamedAuthInfo::getName, user);
    }

    /**
     * Checks that everything exists that the context refers to.
     *
     * @throws ConnectionException if something does not
     */
    Kubeconfig verified() {
        Context context = context().getContext();
        NamedCluster cluster = find(Config::getClusters, NamedCluster::getName, context.getCluster())
                .orElseThrow(
                        () -> missing("cluster", context.getCluster(), Config::getClusters, NamedCluster::getName));
        if (cluster.getCluster() == null || blank(cluster.getCluster().getServer())) {
            throw new ConnectionException("cluster \"" + cluster.getName() + "\" in " + names + " has no server");
        }
        requireFile("certificate-authority", cluster.getCluster().getCertificateAuthority());
        if (!blank(context.getUser()) && user().isEmpty()) {
            throw missing("user", context.getUser(), Config::getUsers, NamedAuthInfo::getName);
        }
        user().map(NamedAuthInfo::getUser).ifPresent(this::verify);
        return this;
    }

    private void verify(AuthInfo user) {
        requireFile("client-certificate", user.getClientCertificate());
        requireFile("client-key", user.getClientKey());
    }

    private NamedContext context() {
        String current = contents.stream()
                .map(Config::getCurrentContext)
                .filter(name -> !blank(name))
                .findFirst()
                .orElseThrow(() -> new ConnectionException(names + " has no current-context; "
                        + known(Config::getContexts, NamedContext::getName)
                        + "; select one with: kubectl config use-context NAME"));
        return find(Config::getContexts, NamedContext::getName, current)
                .filter(context -> context.getContext() != null)
                .orElseThrow(() -> new ConnectionException(names + " has no context \"" + current + "\"; "
                        + known(Config::getContexts, NamedContext::getName)));
    }

    private <T> ConnectionException missing(
            String noun,
            @Nullable String name,
            Function<Config, @Nullable List<T>> section,
            Function<T, String> naming) {
        return new ConnectionException("context \"" + context().getName() + "\" in " + names + " refers to " + noun
                + " \"" + name + "\", which does not exist; " + known(section, naming));
    }

    private <T> Optional<T> find(
            Function<Config, @Nullable List<T>> section, Function<T, String> naming, @Nullable String name) {
        return all(section)
                .filter(element -> Objects.equals(naming.apply(element), name))
                .findFirst();
    }

    private <T> String known(Function<Config, @Nullable List<T>> section, Function<T, String> naming) {
        String found = all(section).map(naming).distinct().collect(joining(", "));
        return found.isEmpty() ? "it has none" : "it has: " + found;
    }

    private <T> Stream<T> all(Function<Config, @Nullable List<T>> section) {
        return contents.stream()
                .flatMap(content -> Optional.ofNullable(section.apply(content)).stream())
                .flatMap(List::stream);
    }

    /** A relative path is relative to the file that has it. */
    private void requireFile(String key, @Nullable String path) {
        if (path == null || path.isEmpty()) {
            return;
        }
        if (files.stream()
                .noneMatch(file -> Files.isReadable(file.toAbsolutePath().resolveSibling(path)))) {
            throw new ConnectionException(
                    key + " in " + names + " is " + path + ", which does not exist or cannot be read by the service");
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
