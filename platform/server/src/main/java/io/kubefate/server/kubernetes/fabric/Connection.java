package io.kubefate.server.kubernetes.fabric;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.kubefate.server.kubernetes.KubernetesException;
import java.io.File;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the service reaches Kubernetes. If its settings are unusable, every call fails with the reason: the service runs nevertheless, so
 * that users see what to correct.
 */
public final class Connection {

    private static final int CONNECTION_TIMEOUT_MILLIS = 3_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 10_000;
    private static final int RETRIES = 1;
    private static final Path TOKEN = Path.of(Config.KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH);

    private final Config config;
    private final String source;
    private final Optional<ProxySetting> proxy;
    private final Optional<String> problem;

    private Connection(Config config, String source, Optional<ProxySetting> proxy, Optional<String> problem) {
        this.config = prepared(config, proxy);
        this.source = requireNonNull(source, "source is null");
        this.proxy = requireNonNull(proxy, "proxy is null");
        this.problem = requireNonNull(problem, "problem is null");
    }

    /**
     * Finds the Kubernetes that {@code kubectl} uses: that of the files in {@code KUBECONFIG} or of {@code ~/.kube/config}, or of the
     * service account of the pod. Sends no request.
     */
    public static Connection find() {
        return find(System::getenv, Path.of(System.getProperty("user.home")));
    }

    /**
     * Uses the Kubernetes of a kubeconfig file. Sends no request.
     *
     * @param kubeconfig the file, in the format of {@code kubectl}
     */
    public static Connection of(Path kubeconfig) {
        return usable(
                () -> Kubeconfig.read(kubeconfig.toString(), List.of(kubeconfig))
                        .verified(),
                () -> Config.fromKubeconfig(kubeconfig.toFile()),
                name -> null);
    }

    static Connection find(UnaryOperator<@Nullable String> environment, Path home) {
        List<Path> named = named(environment);
        Path usual = home.resolve(".kube").resolve("config");
        if (named.isEmpty() && !Files.exists(usual)) {
            return ofPod(environment, usual);
        }
        return usable(() -> kubeconfig(named, usual).verified(), () -> Config.autoConfigure(null), environment);
    }

    private static List<Path> named(UnaryOperator<@Nullable String> environment) {
        return Optional.ofNullable(environment.apply("KUBECONFIG")).stream()
                .flatMap(value -> Arrays.stream(value.split(File.pathSeparator)))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .toList();
    }

    /** Files that do not exist are ignored if others do, as by {@code kubectl}. */
    private static Kubeconfig kubeconfig(List<Path> named, Path usual) {
        if (named.isEmpty()) {
            return Kubeconfig.read(usual.toString(), List.of(usual));
        }
        List<Path> existing = named.stream().filter(Files::exists).toList();
        if (existing.isEmpty()) {
            throw new ConnectionException("KUBECONFIG names " + names(named) + ", which does not exist");
        }
        return Kubeconfig.read(names(existing) + " (KUBECONFIG)", existing);
    }

    private static String names(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(" and "));
    }

    private static Connection usable(
            Supplier<Kubeconfig> files, Supplier<Config> settings, UnaryOperator<@Nullable String> environment) {
        try {
            Kubeconfig kubeconfig = files.get();
            Credentials credentials = new Credentials(kubeconfig);
            credentials.requirePlugin();
            Config config = settings.get();
            credentials.complete(config);
            return new Connection(
                    config, kubeconfig.description(), ProxySetting.of(config, environment), Optional.empty());
        } catch (KubernetesClientException e) {
            return unusable(ApiErrors.message(e));
        }
    }

    private static Connection ofPod(UnaryOperator<@Nullable String> environment, Path usual) {
        boolean isPod = environment.apply("KUBERNETES_SERVICE_HOST") != null;
        if (!isPod && environment.apply("KUBERNETES_MASTER") == null) {
            return unusable("no kubeconfig: KUBECONFIG is not set, " + usual
                    + " does not exist, and the service does not run in a pod");
        }
        if (isPod && !Files.isReadable(TOKEN)) {
            return unusable("the pod has no token of its service account (" + TOKEN
                    + "); check automountServiceAccountToken of the pod and its service account");
        }
        try {
            Config config = Config.autoConfigure(null);
            return new Connection(
                    config, "the service account of the pod", ProxySetting.of(config, environment), Optional.empty());
        } catch (KubernetesClientException e) {
            return unusable(ApiErrors.message(e));
        }
    }

    private static Connection unusable(String problem) {
        return new Connection(
                Config.empty(), "", Optional.empty(), Optional.of(problem + "; correct it, and restart the service"));
    }

    /** Retries only a few times, because callers know better how long to retry. The client itself rejects some values of NO_PROXY. */
    private static Config prepared(Config config, Optional<ProxySetting> proxy) {
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setRequestTimeout(REQUEST_TIMEOUT_MILLIS);
        config.setRequestRetryBackoffLimit(RETRIES);
        config.setNoProxy(null);
        if (proxy.isEmpty()) {
            config.setHttpProxy(null);
            config.setHttpsProxy(null);
        }
        return config;
    }

    /** Describes what is used, or why nothing can be used. */
    public String description() {
        return problem.orElseGet(() -> address() + ", " + source
                + proxy.map(used -> ", through the proxy " + used.address() + " of " + used.source())
                        .orElse(""));
    }

    /** Returns whether the settings can be used. */
    public boolean isUsable() {
        return problem.isEmpty();
    }

    /** Creates a client, which sends no request yet. */
    public KubernetesClient open(Consumer<HttpClient.Builder> options) {
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientBuilderConsumer(builder -> {
                    options.accept(builder);
                    problem.ifPresent(reason -> builder.addOrReplaceInterceptor("unusable", new Refusal(reason)));
                })
                .build();
    }

    /**
     * Runs a call and translates its exceptions.
     *
     * @param what the description of the call, for the message of a failure
     * @throws KubernetesException instead of the exceptions of the client; if there was no response, it says what was asked
     */
    public <T> T run(String what, Supplier<T> call) {
        return ApiErrors.translating(what, () -> {
            try {
                return call.get();
            } catch (ConnectionException e) {
                throw e;
            } catch (KubernetesClientException e) {
                throw explained(e);
            }
        });
    }

    private KubernetesClientException explained(KubernetesClientException failure) {
        if (failure.getCode() == HttpURLConnection.HTTP_UNAUTHORIZED) {
            return new KubernetesClientException(
                    "Kubernetes at " + address() + " does not accept the credentials of " + source,
                    failure.getCode(),
                    null);
        }
        if (failure.getCode() > 0 || failure.getStatus() != null) {
            return failure;
        }
        return new ConnectionException(
                "no answer from Kubernetes at " + address() + " (" + ApiErrors.unanswered(failure) + "), " + source
                        + remedy(failure),
                failure);
    }

    private String remedy(Throwable failure) {
        if (Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(CertPathBuilderException.class::isInstance)) {
            return "; its certificate is signed by another authority than certificate-authority of the cluster in"
                    + " the kubeconfig";
        }
        return proxy.map(used -> ", asked through the proxy " + used.address() + " of " + used.source() + "; add "
                        + URI.create(address()).getHost() + " to NO_PROXY to connect directly")
                .orElse("");
    }

    String address() {
        return config.getMasterUrl().replaceFirst("/$", "");
    }

    /** Rejects every request. */
    private record Refusal(String reason) implements Interceptor {

        @Override
        public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
            throw new ConnectionException(reason);
        }
    }
}
