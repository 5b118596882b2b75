package io.kubefate.server.http;

import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.kubefate.server.configuration.EnvironmentSubstitutor;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.kubernetes.fabric.access.TestPods;
import io.kubefate.server.service.DriftService;
import io.kubefate.server.service.access.ClusterAccess;
import io.kubefate.server.service.plugin.PluginService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The REST API on a real server, with the settings that are shipped and with canned answers. */
public final class TestService extends Application<ServerConfiguration> {

    static final String KEY = "a key of thirty-two bytes or more";

    final CannedServices.Clusters clusters = new CannedServices.Clusters();
    final CannedServices.Updates updates = new CannedServices.Updates();
    final CannedServices.Revisions revisions = new CannedServices.Revisions();
    final CannedServices.Checks checks = new CannedServices.Checks();
    final CannedServices.Images images = new CannedServices.Images();
    final CannedServices.Jobs jobs = new CannedServices.Jobs();
    final TestPods pods = new TestPods();

    static DropwizardAppExtension<ServerConfiguration> start(ConfigOverride... overrides) {
        ConfigOverride[] all = new ConfigOverride[overrides.length + 5];
        System.arraycopy(overrides, 0, all, 5, overrides.length);
        all[0] = ConfigOverride.config("server.applicationConnectors[0].port", "0");
        all[1] = ConfigOverride.config("server.applicationConnectors[0].bindHost", "127.0.0.1");
        all[2] = ConfigOverride.config("server.adminConnectors[0].port", "0");
        all[3] = ConfigOverride.config("logging.level", "warn");
        all[4] = ConfigOverride.config("jwt.key", KEY);
        return new DropwizardAppExtension<>(TestService.class, "../../deploy/conf/kubefate.yaml", all);
    }

    static SecretKey key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Sends a request without any header but those that are given, as name, value, name, value. */
    static HttpResponse<String> send(
            DropwizardAppExtension<?> service, String method, String path, String body, String... headers) {
        HttpRequest.BodyPublisher publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.getLocalPort() + path))
                .method(method, publisher);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void initialize(Bootstrap<ServerConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                bootstrap.getConfigurationSourceProvider(), new EnvironmentSubstitutor(name -> null)));
    }

    @Override
    public void run(ServerConfiguration configuration, Environment environment) {
        Api.register(
                environment,
                configuration,
                new Services(
                        clusters,
                        updates,
                        revisions,
                        new DriftService(null, null, null),
                        checks,
                        images,
                        jobs,
                        new CannedServices.Charts(),
                        new PluginService(null, null, null, null, null),
                        new CannedServices.Namespaces(),
                        new CannedServices.Passwords(),
                        ClusterAccess.of(CannedServices::cluster, pods, Executors.newCachedThreadPool())),
                "v3.0.0");
    }
}
