package io.kubefate.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.logging.common.ConsoleAppenderFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import jakarta.validation.Validator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigurationTest {

    private static final Validator VALIDATOR = Validators.newValidator();
    private static final String HASH = "$2a$04$vdAX3GiFfdR/cPLi0uPBNuNm/EVAfBK0Inb/H7hcJxDDIROc.tgeu";
    private static final String FILE = "../../deploy/conf/kubefate.yaml";

    @Test
    void hasTheDefaultsOfTheEarlierKubeFate() {
        ServerConfiguration configuration = load(Map.of());

        assertThat(application(configuration).getPort()).isEqualTo(8080);
        assertThat(application(configuration).getBindHost()).isEqualTo("0.0.0.0");
        assertThat(admin(configuration).getPort()).isEqualTo(8081);
        assertThat(admin(configuration).getBindHost()).isEqualTo("127.0.0.1");
        assertThat(configuration.database().isEmbedded()).isTrue();
        assertThat(configuration.database().file()).isEqualTo(Path.of("data/kubefate"));
        assertThat(configuration.user().username()).isEqualTo("admin");
        assertThat(configuration.user().password()).isEqualTo("admin");
        assertThat(configuration.user().passwordHash()).isEmpty();
        assertThat(configuration.jwt().key()).isEmpty();
        assertThat(configuration.jwt().lifetime()).isEqualTo(Duration.minutes(30));
        assertThat(configuration.plugins())
                .isEqualTo(new PluginsConfiguration(
                        Path.of("plugins"),
                        Path.of("data/plugins"),
                        Duration.seconds(2),
                        DataSize.mebibytes(64),
                        Optional.empty()));
        assertThat(configuration.kubernetes().mode()).isEqualTo(KubernetesConfiguration.Mode.AUTO);
        assertThat(configuration.kubernetes().namespaceNames()).isEmpty();
        assertThat(configuration.jobs().parallel()).isEqualTo(8);
        assertThat(configuration.jobs().lease()).isEqualTo(Duration.seconds(6));
        assertThat(configuration.jobs().timeLimit()).isEqualTo(Duration.hours(1));
        assertThat(configuration.registries().insecureHosts()).isEmpty();
        assertThat(configuration.requests())
                .isEqualTo(new RequestsConfiguration(
                        2000,
                        Duration.seconds(30),
                        DataSize.mebibytes(32),
                        Duration.seconds(60),
                        DataSize.kibibytes(1),
                        200,
                        20,
                        ""));
        assertThat(configuration.audit().retention()).isEqualTo(Duration.days(180));
        assertThat(level(configuration)).isEqualTo("INFO");
    }

    @Test
    void readsTheNamespaces() {
        assertThat(load(Map.of("KUBEFATE_NAMESPACES", "fate-9999, fate-10000,"))
                        .kubernetes()
                        .namespaceNames())
                .containsExactly("fate-9999", "fate-10000");
    }

    @Test
    void takesTheFormatOfTheLogsAndTheRetentionOfTheAuditFromTheEnvironment() {
        ServerConfiguration configuration =
                load(Map.of("KUBEFATE_LOG_FORMAT", "json", "KUBEFATE_AUDIT_RETENTION", "30d"));

        assertThat(configuration.audit().retention()).isEqualTo(Duration.days(30));
        assertThat(((DefaultLoggingFactory) configuration.getLoggingFactory()).getAppenders())
                .singleElement()
                .isInstanceOfSatisfying(
                        ConsoleAppenderFactory.class,
                        console -> assertThat(console.getLayout())
                                .isInstanceOfSatisfying(
                                        LogLayout.class,
                                        layout -> assertThat(layout.format()).isEqualTo(LogFormat.JSON)));
    }

    @Test
    void takesTheLimitsOfRequestsFromTheEnvironment() {
        RequestsConfiguration requests = load(Map.of(
                        "KUBEFATE_REQUESTS_MAX_CONNECTIONS", "500",
                        "KUBEFATE_REQUESTS_HEADER_TIME_LIMIT", "10s",
                        "KUBEFATE_REQUESTS_MAX_BODIES", "64MiB",
                        "KUBEFATE_REQUESTS_BODY_TIME_LIMIT", "2m",
                        "KUBEFATE_REQUESTS_MIN_BODY_RATE", "512B",
                        "KUBEFATE_REQUESTS_MAX_STREAMS", "50",
                        "KUBEFATE_REQUESTS_MAX_STREAMS_PER_USER", "5",
                        "KUBEFATE_TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.1"))
                .requests();

        assertThat(requests)
                .isEqualTo(new RequestsConfiguration(
                        500,
                        Duration.seconds(10),
                        DataSize.mebibytes(64),
                        Duration.minutes(2),
                        DataSize.bytes(512),
                        50,
                        5,
                        "10.0.0.0/8, 192.0.2.1"));
        assertThat(requests.isTrustedProxy()).accepts(address("10.1.2.3"), address("192.0.2.1"));
        assertThat(requests.isTrustedProxy()).rejects(address("192.0.2.2"));
    }

    @Test
    void trustsNoProxyByDefault() {
        assertThat(load(Map.of()).requests().isTrustedProxy()).rejects(address("127.0.0.1"));
    }

    @ParameterizedTest
    @CsvSource({"KUBEFATE_TRUSTED_PROXIES,10.0.0.0/99,trustedProxies", "KUBEFATE_REQUESTS_MAX_STREAMS,0,maxStreams"})
    void refusesInvalidLimitsOfRequests(String variable, String value, String message) {
        assertThatThrownBy(() -> load(Map.of(variable, value))).hasMessageContaining(message);
    }

    @Test
    void readsTheIssuerAndTheAddressOfTheService() {
        OidcConfiguration oidc = load(Map.of(
                        "KUBEFATE_OIDC_ISSUER", "https://login.example.com/realms/fate",
                        "KUBEFATE_OIDC_SERVICE_URL", "https://kubefate.net/"))
                .oidc();

        assertThat(oidc.issuer()).hasValue("https://login.example.com/realms/fate");
        assertThat(oidc.serviceUrl()).hasValue("https://kubefate.net");
    }

    @ParameterizedTest
    @CsvSource({"KUBEFATE_OIDC_ISSUER, issuer", "KUBEFATE_OIDC_SERVICE_URL, serviceUrl"})
    void refusesWhatIsNoUrl(String variable, String message) {
        assertThatThrownBy(() -> load(Map.of(variable, "kubefate.net"))).hasMessageContaining(message);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void defaultsOfTheClassAreThoseOfTheFile() {
        ServerConfiguration empty = new ServerConfiguration();
        ServerConfiguration file = load(Map.of());

        assertThat(empty.database()).isEqualTo(file.database());
        assertThat(empty.user()).isEqualTo(file.user());
        assertThat(empty.jwt()).isEqualTo(file.jwt());
        assertThat(empty.plugins()).isEqualTo(file.plugins());
        assertThat(empty.kubernetes()).isEqualTo(file.kubernetes());
        assertThat(empty.jobs()).isEqualTo(file.jobs());
        assertThat(empty.registries()).isEqualTo(file.registries());
        assertThat(empty.requests()).isEqualTo(file.requests());
        assertThat(empty.encryption()).isEqualTo(file.encryption());
        assertThat(empty.oidc()).isEqualTo(file.oidc());
        assertThat(empty.audit()).isEqualTo(file.audit());
        assertThat(empty.certificateAuthorities()).isEqualTo(file.certificateAuthorities());
    }

    @Test
    void takesTheAddressFromTheEnvironment() {
        ServerConfiguration configuration = load(Map.of(
                "FATECLOUD_SERVER_ADDRESS", "127.0.0.1",
                "FATECLOUD_SERVER_PORT", "9090",
                "KUBEFATE_ADMIN_ADDRESS", "0.0.0.0",
                "KUBEFATE_ADMIN_PORT", "9091"));

        assertThat(application(configuration).getBindHost()).isEqualTo("127.0.0.1");
        assertThat(application(configuration).getPort()).isEqualTo(9090);
        assertThat(admin(configuration).getBindHost()).isEqualTo("0.0.0.0");
        assertThat(admin(configuration).getPort()).isEqualTo(9091);
    }

    @Test
    void takesMysqlFromTheEnvironment() {
        DatabaseConfiguration database = load(Map.of(
                        "FATECLOUD_DB_TYPE", "mysql",
                        "FATECLOUD_DB_HOST", "mariadb",
                        "FATECLOUD_DB_PORT", "3307",
                        "FATECLOUD_DB_NAME", "fate",
                        "FATECLOUD_DB_USERNAME", "kubefate",
                        "FATECLOUD_DB_PASSWORD", "secret"))
                .database();

        assertThat(database.isEmbedded()).isFalse();
        assertThat(database.mysqlUrl()).startsWith("jdbc:mysql://mariadb:3307/fate?");
        assertThat(database.username()).isEqualTo("kubefate");
        assertThat(database.password()).isEqualTo("secret");
        assertThat(database).asString().contains("mariadb").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "embedded", "EMBEDDED", ""})
    void otherDatabasesAreTheEmbeddedOne(String type) {
        DatabaseConfiguration database = load(Map.of("FATECLOUD_DB_TYPE", type, "KUBEFATE_DATA", "/var/lib/x"))
                .database();

        assertThat(database.isEmbedded()).isTrue();
        assertThat(database.file()).isEqualTo(Path.of("/var/lib/x/kubefate"));
    }

    @Test
    void takesTheUserFromTheEnvironment() {
        UserConfiguration user = load(Map.of(
                        "FATECLOUD_USER_USERNAME", "operator",
                        "FATECLOUD_USER_PASSWORD", "secret",
                        "FATECLOUD_USER_PASSWORD_HASH", HASH))
                .user();

        assertThat(user.username()).isEqualTo("operator");
        assertThat(user.password()).isEqualTo("secret");
        assertThat(user.passwordHash()).hasValue(HASH);
        assertThat(user).asString().doesNotContain("secret").doesNotContain(HASH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b",
                "back\\slash",
                "new\nline: x",
                "${FATECLOUD_USER_USERNAME}",
                "#: &*!|>'%@`",
                "\u00e9\uD83D\uDE00",
                "0123",
                "null",
                "yes"
            })
    void aPasswordCanHoldAnyCharacter(String password) {
        assertThat(load(Map.of("FATECLOUD_USER_PASSWORD", password)).user().password())
                .isEqualTo(password);
    }

    @Test
    void takesTheTokensKeyFromTheEnvironment() {
        JwtConfiguration jwt = load(Map.of("FATECLOUD_JWT_KEY", "k".repeat(32), "FATECLOUD_JWT_LIFETIME", "2h"))
                .jwt();

        assertThat(jwt.key()).hasValue("k".repeat(32));
        assertThat(jwt.lifetime()).isEqualTo(Duration.hours(2));
        assertThat(jwt).asString().doesNotContain("kkkk");
    }

    @Test
    void takesTheRestFromTheEnvironment() {
        ServerConfiguration configuration = load(Map.of(
                "KUBEFATE_PLUGINS", "/opt/plugins",
                "KUBEFATE_KUBERNETES", "sandbox",
                "KUBEFATE_JOBS_PARALLEL", "3",
                "KUBEFATE_JOBS_LEASE", "5s",
                "KUBEFATE_JOBS_TIME_LIMIT", "20m",
                "KUBEFATE_REGISTRIES", "harbor.local",
                "KUBEFATE_INSECURE_REGISTRIES", "localhost:5000, 10.0.0.1:5000"));

        assertThat(configuration.plugins().directory()).isEqualTo(Path.of("/opt/plugins"));
        assertThat(configuration.kubernetes().mode()).isEqualTo(KubernetesConfiguration.Mode.SANDBOX);
        assertThat(configuration.jobs()).isEqualTo(new JobsConfiguration(3, Duration.seconds(5), Duration.minutes(20)));
        assertThat(configuration.registries().insecureHosts())
                .containsExactlyInAnyOrder("localhost:5000", "10.0.0.1:5000");
        assertThat(configuration.registries().listedHosts()).containsExactly("harbor.local");
    }

    @Test
    void takesPluginsFromTheEnvironment() {
        PluginsConfiguration plugins = load(Map.of(
                        "KUBEFATE_PLUGINS", "/opt/plugins",
                        "KUBEFATE_DATA", "/var/lib/x",
                        "KUBEFATE_PLUGINS_POLL_INTERVAL", "500ms",
                        "KUBEFATE_PLUGINS_MAX_SIZE", "1MiB",
                        "KUBEFATE_PLUGINS_TRUSTED_CERTIFICATES", "../../pom.xml"))
                .plugins();

        assertThat(plugins)
                .isEqualTo(new PluginsConfiguration(
                        Path.of("/opt/plugins"),
                        Path.of("/var/lib/x/plugins"),
                        Duration.milliseconds(500),
                        DataSize.mebibytes(1),
                        Optional.of(Path.of("../../pom.xml"))));
    }

    @ParameterizedTest
    @CsvSource({
        "trace,TRACE",
        "debug,DEBUG",
        "warn,WARN",
        "error,ERROR",
        "fatal,ERROR",
        "panic,ERROR",
        "disabled,OFF",
        "Info,INFO"
    })
    void understandsTheLogLevelsOfTheEarlierKubeFate(String name, String level) {
        assertThat(level(load(Map.of("FATECLOUD_LOG_LEVEL", name)))).isEqualTo(level);
    }

    @Test
    void logsNoTokens() {
        ServerConfiguration configuration = load(Map.of());
        DefaultLoggingFactory logging = (DefaultLoggingFactory) configuration.getLoggingFactory();

        assertThat(logging.getLoggers().get("com.github.toastshaman").asText()).isEqualTo("ERROR");
    }

    private static ServerConfiguration load(Map<String, String> environment) {
        try {
            return new SettingsFactory(VALIDATOR, JsonMapping.mapper(), "dw", environment::get)
                    .build(new FileConfigurationSourceProvider(), FILE);
        } catch (IOException | ConfigurationException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static HttpConnectorFactory application(ServerConfiguration configuration) {
        return (HttpConnectorFactory)
                server(configuration).getApplicationConnectors().get(0);
    }

    private static HttpConnectorFactory admin(ServerConfiguration configuration) {
        return (HttpConnectorFactory) server(configuration).getAdminConnectors().get(0);
    }

    private static DefaultServerFactory server(ServerConfiguration configuration) {
        return (DefaultServerFactory) configuration.getServerFactory();
    }

    private static String level(ServerConfiguration configuration) {
        return ((DefaultLoggingFactory) configuration.getLoggingFactory()).getLevel();
    }
}
