package io.kubefate.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.jersey.validation.Validators;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every wrong setting is one line that names the variable to correct. */
class InvalidSettingsTest {

    private static final Validator VALIDATOR = Validators.newValidator();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "FATECLOUD_SERVER_PORT|80a|(server.applicationConnectors[0].port) is \"80a\": use a whole number",
                "KUBEFATE_ADMIN_PORT|70000|(server.adminConnectors[0].port) is \"70000\": must be between 1 and 65535",
                "FATECLOUD_DB_TYPE|postgres|(database.type) is \"postgres\": use one of mysql, embedded, sqlite",
                "FATECLOUD_DB_PORT|0|(database.port) is \"0\": must be greater than or equal to 1",
                "FATECLOUD_LOG_LEVEL|loud|(logging.level) is \"loud\": use one of trace, debug, info, warn, error,"
                        + " fatal, panic, disabled",
                "FATECLOUD_JWT_LIFETIME|soon|(jwt.lifetime) is \"soon\": use a duration such as 10s, 30m or 1h",
                "FATECLOUD_USER_PASSWORD_HASH|secret|(user.passwordHash): not a bcrypt hash; use the output of:"
                        + " htpasswd -nbBC 12 USER PASSWORD, after the colon",
                "KUBEFATE_PLUGINS_POLL_INTERVAL|1ms|(plugins.pollInterval) is \"1ms\": must be greater than or equal"
                        + " to 100 MILLISECONDS",
                "KUBEFATE_PLUGINS_MAX_SIZE|big|(plugins.maxSize) is \"big\": use a size such as 64MiB",
                "KUBEFATE_PLUGINS_TRUSTED_CERTIFICATES|/none.pem|(plugins.trustedCertificates) is \"/none.pem\": this"
                        + " file does not exist, or the service may not read it",
                "KUBEFATE_KUBERNETES|docker|(kubernetes.mode) is \"docker\": use one of auto, sandbox",
                "KUBEFATE_NAMESPACES|fate_9999|(kubernetes.namespaces) is \"fate_9999\": use a comma-separated list of"
                        + " namespaces, such as fate-9999,fate-10000",
                "KUBEFATE_CERTIFICATE_AUTHORITIES|/none.pem|(certificateAuthorities) is \"/none.pem\": this file does"
                        + " not exist, or the service may not read it",
                "KUBEFATE_JOBS_PARALLEL|0|(jobs.parallel) is \"0\": must be greater than or equal to 1",
                "KUBEFATE_JOBS_LEASE|1s|(jobs.lease) is \"1s\": must be greater than or equal to 2 SECONDS",
                "KUBEFATE_INSECURE_REGISTRIES|http://a:5000|(registries.insecure) is \"http://a:5000\": use a"
                        + " comma-separated list of host or host:port, without http://",
            })
    void namesTheVariable(String variable, String value, String problem) {
        assertThat(problems(Map.of(variable, value))).containsExactly(variable + " " + problem);
    }

    @Test
    void reportsAllTogether() {
        assertThat(problems(Map.of(
                        "FATECLOUD_SERVER_PORT", "x",
                        "FATECLOUD_LOG_LEVEL", "loud",
                        "FATECLOUD_DB_TYPE", "mysql",
                        "FATECLOUD_JWT_KEY", "short",
                        "KUBEFATE_JOBS_LEASE", "x",
                        "KUBEFATE_JOBS_TIME_LIMIT", "0s")))
                .extracting(line -> line.split(" ")[0])
                .containsExactlyInAnyOrder(
                        "FATECLOUD_SERVER_PORT",
                        "FATECLOUD_LOG_LEVEL",
                        "FATECLOUD_DB_HOST",
                        "FATECLOUD_DB_USERNAME",
                        "FATECLOUD_JWT_KEY",
                        "KUBEFATE_JOBS_LEASE",
                        "KUBEFATE_JOBS_TIME_LIMIT");
    }

    @ParameterizedTest
    @CsvSource({
        "change-me-change-me-change-me-change-me,published as an example",
        "CHANGE_ME_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,published as an example",
        "secret,the key has 6 bytes; at least 32 are required"
    })
    void refusesAKeyThatOthersKnowWithoutPrintingIt(String key, String problem) {
        assertThat(problems(Map.of("FATECLOUD_JWT_KEY", key)))
                .singleElement()
                .asString()
                .startsWith("FATECLOUD_JWT_KEY (jwt.key): ")
                .contains(problem, "openssl rand -hex 32")
                .doesNotContain(key);
    }

    @Test
    void namesTheSettingIfItHasNoVariable() {
        assertThat(problemsOf("jobs: {parallel: many, paralel: 3}\nserver: {maxThreads: few}"))
                .containsExactlyInAnyOrder(
                        "jobs.parallel is \"many\": use a whole number",
                        "jobs.paralel is \"3\": unknown setting; did you mean parallel?",
                        "server.maxThreads is \"few\": use a whole number");
    }

    @Test
    void aVariableCannotAddASetting() {
        assertThat(problems(Map.of("FATECLOUD_DB_TYPE", "mysql\"\n  host: \"h")))
                .singleElement()
                .asString()
                .startsWith("FATECLOUD_DB_TYPE");
    }

    private static Collection<String> problems(Map<String, String> environment) {
        return problems(environment, new FileConfigurationSourceProvider(), "../../deploy/conf/kubefate.yaml");
    }

    private static Collection<String> problemsOf(String file) {
        return problems(
                Map.of(), path -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "kubefate.yaml");
    }

    private static Collection<String> problems(
            Map<String, String> environment, ConfigurationSourceProvider provider, String path) {
        SettingsFactory factory = new SettingsFactory(VALIDATOR, JsonMapping.mapper(), "dw", environment::get);
        return catchThrowableOfType(InvalidSettingsException.class, () -> factory.build(provider, path))
                .getErrors();
    }
}
