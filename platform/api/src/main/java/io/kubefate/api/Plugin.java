package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An installed plugin, or a rejected jar in the plugins folder.
 *
 * @param id its {@code Plugin-Id}; empty for a jar without one
 * @param version its {@code Plugin-Version}; empty for a jar without one
 * @param state {@code loaded}; {@code disabled}; {@code rejected}: installed, but it cannot be loaded; {@code refused}: a jar
 *     in the plugins folder of the answering server that is not installed
 * @param reason why it is rejected or refused, and what to do; otherwise empty
 * @param releases the releases that it serves, for example {@code fate v1.5.0 (eggroll)}
 * @param provider its {@code Plugin-Provider}; may be empty
 * @param description its {@code Plugin-Description}; may be empty
 * @param signer the subject of the certificate that signed its jar; omitted if signatures are not required
 * @param file the name of the uploaded file
 * @param sha256 the hash of the jar in lower-case hexadecimal digits; empty for a jar that was not read
 * @param size the size of the jar in bytes
 * @param source {@code upload} or {@code folder}
 * @param installedAt when its first version was installed; omitted for a refused jar, as are the next three
 * @param changedBy who last installed, upgraded, enabled or disabled it
 * @param changedAt when that was
 * @param loadedAt when the answering server loaded it; omitted if it is not loaded
 * @param clusters the clusters that it rendered, without deleted ones
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Plugin(
        String id,
        String version,
        String state,
        String reason,
        List<String> releases,
        String provider,
        String description,
        @Nullable String signer,
        String file,
        String sha256,
        long size,
        String source,
        @Nullable Instant installedAt,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        @Nullable Instant loadedAt,
        List<PluginCluster> clusters) {

    /** Null lists become empty. */
    public Plugin {
        releases = releases == null ? List.of() : List.copyOf(releases);
        clusters = clusters == null ? List.of() : List.copyOf(clusters);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a plugin. What is not set is empty or zero; optional fields are null. */
    public static final class Builder {

        private String id = "";
        private String version = "";
        private String state = "";
        private String reason = "";
        private List<String> releases = List.of();
        private String provider = "";
        private String description = "";
        private @Nullable String signer;
        private String file = "";
        private String sha256 = "";
        private long size;
        private String source = "";
        private @Nullable Instant installedAt;
        private @Nullable String changedBy;
        private @Nullable Instant changedAt;
        private @Nullable Instant loadedAt;
        private List<PluginCluster> clusters = List.of();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder version(String version) {
            this.version = version;
            return this;
        }

        public Builder state(String state) {
            this.state = state;
            return this;
        }

        public Builder reason(String reason) {
            this.reason = reason;
            return this;
        }

        public Builder releases(List<String> releases) {
            this.releases = releases;
            return this;
        }

        public Builder provider(String provider) {
            this.provider = provider;
            return this;
        }

        public Builder description(String description) {
            this.description = description;
            return this;
        }

        public Builder signer(@Nullable String signer) {
            this.signer = signer;
            return this;
        }

        public Builder file(String file) {
            this.file = file;
            return this;
        }

        public Builder sha256(String sha256) {
            this.sha256 = sha256;
            return this;
        }

        public Builder size(long size) {
            this.size = size;
            return this;
        }

        public Builder source(String source) {
            this.source = source;
            return this;
        }

        public Builder installedAt(@Nullable Instant installedAt) {
            this.installedAt = installedAt;
            return this;
        }

        public Builder changedBy(@Nullable String changedBy) {
            this.changedBy = changedBy;
            return this;
        }

        public Builder changedAt(@Nullable Instant changedAt) {
            this.changedAt = changedAt;
            return this;
        }

        public Builder loadedAt(@Nullable Instant loadedAt) {
            this.loadedAt = loadedAt;
            return this;
        }

        public Builder clusters(List<PluginCluster> clusters) {
            this.clusters = clusters;
            return this;
        }

        public Plugin build() {
            return new Plugin(
                    id,
                    version,
                    state,
                    reason,
                    releases,
                    provider,
                    description,
                    signer,
                    file,
                    sha256,
                    size,
                    source,
                    installedAt,
                    changedBy,
                    changedAt,
                    loadedAt,
                    clusters);
        }
    }
}
