package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.logging.common.LoggingFactory;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The settings of the service, in the sections of {@code kubefate.yaml}. Missing sections have their defaults. */
@SelfValidating
public class ServerConfiguration extends Configuration {

    private @Valid @NotNull DatabaseConfiguration database = DatabaseConfiguration.embedded("data/kubefate");
    private @Valid @NotNull EncryptionConfiguration encryption = new EncryptionConfiguration(Optional.empty());
    private @Valid @NotNull UserConfiguration user = new UserConfiguration(null, null, Optional.empty());
    private @Valid @NotNull JwtConfiguration jwt = new JwtConfiguration(Optional.empty(), null, null);
    private @Valid @NotNull OidcConfiguration oidc =
            new OidcConfiguration(Optional.empty(), null, null, Optional.empty(), null, null);
    private @Valid @NotNull PluginsConfiguration plugins =
            new PluginsConfiguration(null, null, null, null, Optional.empty());
    private @Valid @NotNull KubernetesConfiguration kubernetes = new KubernetesConfiguration(null, null);
    private @Valid @NotNull JobsConfiguration jobs = new JobsConfiguration(null, null, null);
    private @Valid @NotNull RegistriesConfiguration registries = new RegistriesConfiguration(null, null);

    private @Valid @NotNull RequestsConfiguration requests =
            new RequestsConfiguration(null, null, null, null, null, null, null, null);

    private @Valid @NotNull AuditConfiguration audit = new AuditConfiguration(null);
    private Optional<Path> certificateAuthorities = Optional.empty();

    public ServerConfiguration() {
        withoutDefaultMappers(getServerFactory());
        setHealthFactory(Readiness.standard());
    }

    @JsonProperty("database")
    public DatabaseConfiguration database() {
        return database;
    }

    @JsonProperty("encryption")
    public EncryptionConfiguration encryption() {
        return encryption;
    }

    @JsonProperty("user")
    public UserConfiguration user() {
        return user;
    }

    @JsonProperty("jwt")
    public JwtConfiguration jwt() {
        return jwt;
    }

    @JsonProperty("oidc")
    public OidcConfiguration oidc() {
        return oidc;
    }

    @JsonProperty("plugins")
    public PluginsConfiguration plugins() {
        return plugins;
    }

    @JsonProperty("kubernetes")
    public KubernetesConfiguration kubernetes() {
        return kubernetes;
    }

    @JsonProperty("jobs")
    public JobsConfiguration jobs() {
        return jobs;
    }

    @JsonProperty("registries")
    public RegistriesConfiguration registries() {
        return registries;
    }

    @JsonProperty("requests")
    public RequestsConfiguration requests() {
        return requests;
    }

    @JsonProperty("audit")
    public AuditConfiguration audit() {
        return audit;
    }

    /**
     * A PEM file with certificate authorities to trust in addition to those of the Java runtime, for registries and the OpenID Connect
     * issuer.
     */
    @JsonProperty("certificateAuthorities")
    public Optional<Path> certificateAuthorities() {
        return certificateAuthorities;
    }

    @JsonProperty("database")
    void setDatabase(DatabaseConfiguration database) {
        this.database = database;
    }

    @JsonProperty("encryption")
    void setEncryption(EncryptionConfiguration encryption) {
        this.encryption = encryption;
    }

    @JsonProperty("user")
    void setUser(UserConfiguration user) {
        this.user = user;
    }

    @JsonProperty("jwt")
    void setJwt(JwtConfiguration jwt) {
        this.jwt = jwt;
    }

    @JsonProperty("oidc")
    void setOidc(OidcConfiguration oidc) {
        this.oidc = oidc;
    }

    @JsonProperty("plugins")
    void setPlugins(PluginsConfiguration plugins) {
        this.plugins = plugins;
    }

    @JsonProperty("kubernetes")
    void setKubernetes(KubernetesConfiguration kubernetes) {
        this.kubernetes = kubernetes;
    }

    @JsonProperty("jobs")
    void setJobs(JobsConfiguration jobs) {
        this.jobs = jobs;
    }

    @JsonProperty("registries")
    void setRegistries(RegistriesConfiguration registries) {
        this.registries = registries;
    }

    @JsonProperty("requests")
    void setRequests(RequestsConfiguration requests) {
        this.requests = requests;
    }

    @JsonProperty("audit")
    void setAudit(AuditConfiguration audit) {
        this.audit = audit;
    }

    /** An unset environment variable becomes empty text. */
    @JsonProperty("certificateAuthorities")
    void setCertificateAuthorities(Optional<Path> certificateAuthorities) {
        this.certificateAuthorities =
                certificateAuthorities.filter(file -> !file.toString().isEmpty());
    }

    /** Removes Dropwizard's exception mappers, because the service has one for all exceptions. */
    @Override
    public void setServerFactory(ServerFactory factory) {
        super.setServerFactory(withoutDefaultMappers(requireNonNull(factory, "factory is null")));
    }

    /** Also accepts the level names of KubeFATE 1.x. */
    @Override
    public synchronized void setLoggingFactory(LoggingFactory factory) {
        if (factory instanceof DefaultLoggingFactory levels) {
            LogLevels.logback(levels.getLevel()).ifPresent(levels::setLevel);
        }
        super.setLoggingFactory(factory);
    }

    @SelfValidation
    public void validate(ViolationCollector violations) {
        if (getLoggingFactory() instanceof DefaultLoggingFactory levels
                && LogLevels.logback(levels.getLevel()).isEmpty()) {
            violations.addViolation("logging.level", "use one of " + LogLevels.NAMES);
        }
        if (certificateAuthorities.filter(file -> !Files.isReadable(file)).isPresent()) {
            violations.addViolation(
                    "certificateAuthorities", "this file does not exist, or the service may not read it");
        }
    }

    private static ServerFactory withoutDefaultMappers(ServerFactory factory) {
        if (factory instanceof AbstractServerFactory server) {
            server.setRegisterDefaultExceptionMappers(false);
        }
        return factory;
    }
}
