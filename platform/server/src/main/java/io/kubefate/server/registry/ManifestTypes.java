package io.kubefate.server.registry;

import java.util.List;

/** The media types of images that a container runtime can pull. */
final class ManifestTypes {

    static final List<String> ALL = List.of(
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.v1+prettyjws",
            "application/vnd.docker.distribution.manifest.v1+json");

    private ManifestTypes() {}
}
