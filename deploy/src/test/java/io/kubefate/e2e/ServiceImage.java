package io.kubefate.e2e;

import java.util.List;
import java.util.Optional;

/**
 * The images of the service and of MariaDB that the nodes have, from the variables {@code KUBEFATE_IMAGE} and
 * {@code KUBEFATE_MARIADB_IMAGE}, for example {@code federatedai/kubefate:v3.0.0}.
 */
final class ServiceImage {

    static final String MISSING =
            "needs the image of the service on the nodes: set KUBEFATE_IMAGE, and KUBEFATE_MARIADB_IMAGE";

    private ServiceImage() {}

    static boolean isKnown() {
        return service().isPresent() && mariadb().isPresent();
    }

    static Optional<String> service() {
        return Optional.ofNullable(System.getenv("KUBEFATE_IMAGE"));
    }

    static Optional<String> mariadb() {
        return Optional.ofNullable(System.getenv("KUBEFATE_MARIADB_IMAGE"));
    }

    /** {@return the arguments with which Helm uses the images} */
    static List<String> settings() {
        return List.of(
                "--set=image.repository=" + repository(service()),
                "--set=image.tag=" + tag(service()),
                "--set=database.mariadb.image.repository=" + repository(mariadb()),
                "--set=database.mariadb.image.tag=" + tag(mariadb()));
    }

    private static String repository(Optional<String> image) {
        return image.orElseThrow().replaceFirst(":[^:/]*$", "");
    }

    private static String tag(Optional<String> image) {
        return image.orElseThrow().replaceFirst(".*:", "");
    }
}
