package io.kubefate.plugin.fate20.module;

import static java.util.Objects.requireNonNull;

/**
 * What differs between the releases of FATE 2, except the images, which are defaults in the release's schema.
 *
 * @param chartVersion as in cluster.yaml, also the name of the folder with {@code schema.json} and {@code example.yaml}
 * @param osxLibraries the end of the class path of osx: the files that the release adds to {@code lib} and {@code extension}
 */
public record Release(String chartVersion, String osxLibraries) {

    public Release {
        requireNonNull(chartVersion, "chartVersion is null");
        requireNonNull(osxLibraries, "osxLibraries is null");
    }
}
