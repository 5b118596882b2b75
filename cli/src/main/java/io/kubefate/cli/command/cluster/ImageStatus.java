package io.kubefate.cli.command.cluster;

import io.kubefate.api.ClusterImage;
import java.util.Arrays;

/** The result of the check of an image. */
enum ImageStatus {
    PRESENT,
    MISSING,
    DENIED,
    UNREACHABLE,
    INVALID,
    /** Not checked, or a status of a newer service. */
    UNKNOWN;

    static ImageStatus of(ClusterImage image) {
        return Arrays.stream(values())
                .filter(status -> status.name().equalsIgnoreCase(image.status()))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
