package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that is installed, or a jar in the plugins folder that is not.
 *
 * @param id its {@code Plugin-Id}; empty for a jar that does not tell one
 * @param version its {@code Plugin-Version}; empty for a jar that does not tell one
 * @param state {@code loaded}; {@code disabled}; {@code rejected}: installed, but it cannot be loaded; {@code refused}: a jar
 *     in the plugins folder of the service that answers, which is not installed
 * @param reason why it is rejected or refused, and what to do; else empty
 * @param releases what it serves, each like {@code fate v1.5.0 (eggroll)}
 * @param provider who made it, or empty text
 * @param description what its author says of it, or empty text
 * @param signer the subject of the certificate that signed its jar; left out if signatures are not asked for
 * @param file the name of the file in which it came
 * @param sha256 of the jar, in small hexadecimal digits; empty for a jar that was not read
 * @param size of the jar, in bytes
 * @param source {@code upload} or {@code folder}
 * @param installedAt when its first version was installed; left out for a refused jar, as the three that follow
 * @param changedBy who installed, upgraded, enabled or disabled it last
 * @param changedAt when that was
 * @param loadedAt since when the service that answers has it loaded; left out if it has not
 * @param clusters the clusters that it rendered and that are not deleted
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

    /** Makes the lists unmodifiable; null, as in an answer without them, becomes an empty one. */
    public Plugin {
        releases = releases == null ? List.of() : List.copyOf(releases);
        clusters = clusters == null ? List.of() : List.copyOf(clusters);
    }
}
