package io.kubefate.server;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.JsonMapping;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.configuration.SettingsFactory;
import io.kubefate.server.http.Api;
import io.kubefate.server.kubernetes.access.TestPods;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import io.kubefate.server.store.Database;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The service with its shipped configuration and its real services, on an embedded database of its own, with a sandbox in place of
 * Kubernetes and pods that a test controls. Registered as a static extension, it runs once for all tests of a class.
 */
public final class TestServer implements BeforeAllCallback, AfterAllCallback {

    /** An administrator. */
    public static final String USER = "operator";

    /** Signs tokens. */
    public static final String KEY = "a key of thirty-two bytes or more";

    /** The sample password, hashed at the lowest cost, because most tests start a service of their own. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("FATECLOUD_USER_PASSWORD_HASH", "$2a$04$ua1EiLtEmJKgaHjVnWvIquqyHwSIcPXIc0efY3owpfHERS.jakGyy");

    /** Settings are system properties; those of each server have a prefix of their own, because servers run beside each other. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Where the server's clusters run. */
    public final FaultySandbox kubernetes;

    /** The pods of every cluster, as far as logs, events, commands and pages are concerned. */
    public final TestPods pods = new TestPods();

    private final Path home = temporaryFolder();
    private final Consumer<Path> plugins;
    private final DropwizardTestSupport<ServerConfiguration> service;
    private ManagedDataSource source;
    private Jdbi jdbi;
    private TestUsers users;

    private TestServer(Duration podStart, Consumer<Path> plugins, Setting... settings) {
        this.kubernetes = new FaultySandbox(podStart);
        this.plugins = plugins;
        String prefix = "server" + COUNT.incrementAndGet();
        ConfigOverride[] all = Stream.concat(standard(), Stream.of(settings))
                .map(setting -> ConfigOverride.config(prefix, setting.key(), setting.value()))
                .toArray(ConfigOverride[]::new);
        service = new DropwizardTestSupport<>(Service.class, "../../deploy/conf/kubefate.yaml", all) {
            @Override
            public Application<ServerConfiguration> newApplication() {
                return new Service(new KubernetesWiring(kubernetes, pods), prefix);
            }
        };
    }

    /** {@return a server without plugins} */
    public static TestServer create(Setting... settings) {
        return new TestServer(Duration.ofMillis(5), folder -> {}, settings);
    }

    /** {@return a server that has the {@link DemoPlugin} installed; pods start within milliseconds} */
    public static TestServer withDemoPlugin(Setting... settings) {
        return withDemoPlugin(Duration.ofMillis(5), settings);
    }

    /** {@return the same with pods that take a day to start, so that no install ends by itself} */
    public static TestServer withoutStartingPods() {
        return withDemoPlugin(Duration.ofDays(1));
    }

    private static TestServer withDemoPlugin(Duration podStart, Setting... settings) {
        TestServer server = new TestServer(podStart, DemoPlugin::copyTo, settings);
        server.plugins.accept(server.pluginsFolder());
        return server;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        plugins.accept(pluginsFolder()); // the class is run again after a failure
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        stop();
    }

    public void start() throws Exception {
        try {
            service.before();
        } catch (Exception e) {
            service.after(); // it has set system properties, which other tests would see
            throw e;
        }
        DatabaseConfiguration database = service.getConfiguration().database();
        source = database.pool().build(new MetricRegistry(), "test");
        Database opened = new Database(source, database.url());
        jdbi = opened.jdbi(
                opened.encryption(() -> service.getConfiguration().encryption().masterKeys(database)));
        users = new TestUsers(jdbi);
        users.createAdministratorIfAbsent(USER);
    }

    /** {@return the users of the service; {@link #USER} is an administrator} */
    public TestUsers users() {
        return users;
    }

    /** Stops the service and starts it again on the same database; its port changes. */
    public void restart() throws Exception {
        source.stop();
        service.after();
        start();
    }

    /** Stops the service. One that exceeds its limit for the end of requests has stopped, too, and prints what it waited for. */
    public void stop() throws Exception {
        try {
            source.stop();
            service.after();
        } catch (RuntimeException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
            service.getEnvironment().getApplicationContext().getServer().dumpStdErr();
        } finally {
            deleteFiles();
        }
    }

    private void deleteFiles() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** {@return the registered resources} */
    public List<Class<?>> resources() {
        ResourceConfig config = service.getEnvironment().jersey().getResourceConfig();
        return Stream.concat(
                        config.getClasses().stream(),
                        config.getInstances().stream().map(Object::getClass))
                .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class))
                .<Class<?>>map(type -> type)
                .toList();
    }

    public int port() {
        return service.getLocalPort();
    }

    public int adminPort() {
        return service.getAdminPort();
    }

    /** {@return the server's database, as another replica would open it} */
    public Jdbi jdbi() {
        return jdbi;
    }

    public boolean hasClaim(String namespace, String name) {
        ObjectRef claim = new ObjectRef("v1", "PersistentVolumeClaim", namespace, name);
        return !kubernetes.find(List.of(claim)).isEmpty();
    }

    /** {@return the folder whose jars the server installs} */
    public Path pluginsFolder() {
        return home.resolve("plugins");
    }

    /** {@return the folder of the server's database} */
    public Path dataFolder() {
        return home;
    }

    /** {@return where the server keeps uploads and installed jars} */
    public Path pluginCache() {
        return home.resolve("cache");
    }

    private Stream<Setting> standard() {
        return Stream.of(
                new Setting("server.applicationConnectors[0].port", "0"),
                new Setting("server.applicationConnectors[0].bindHost", "127.0.0.1"),
                new Setting("server.adminConnectors[0].port", "0"),
                new Setting("logging.level", "warn"),
                new Setting("jwt.key", KEY),
                new Setting("database.file", home.resolve("kubefate").toString()),
                new Setting("plugins.directory", pluginsFolder().toString()),
                new Setting("plugins.cache", pluginCache().toString()),
                new Setting("plugins.pollInterval", "100ms"));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("kubefate-server");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application, with what stands in for Kubernetes and without the environment of whoever runs the tests. */
    private static final class Service extends Application<ServerConfiguration> {

        private final KubernetesWiring connection;
        private final String prefix;

        private Service(KubernetesWiring connection, String prefix) {
            this.connection = connection;
            this.prefix = prefix;
        }

        @Override
        public void initialize(Bootstrap<ServerConfiguration> bootstrap) {
            bootstrap.setObjectMapper(JsonMapping.mapper());
            bootstrap.setConfigurationFactoryFactory((type, validator, mapper, usual) ->
                    new SettingsFactory(validator, mapper, prefix, ENVIRONMENT::get));
        }

        @Override
        public void run(ServerConfiguration configuration, Environment environment) {
            Api.register(environment, new Wiring(configuration, environment).services(connection), "v3.0.0");
        }
    }
}
