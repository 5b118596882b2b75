package io.kubefate.plugin.fate111.module;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

/**
 * What differs between the releases of FATE 1.11, except defaults in the release's schema.
 *
 * @param version the version, which the tags of the images and the version of the chart contain
 * @param upgradesFrom the chart versions whose clusters can be upgraded to this release in place
 * @param logSidecar the image that prints the logs of sessions, on Docker Hub
 * @param sessionPath where the processes of a session find Python modules
 * @param flowPath where FATE-Flow finds Python modules; empty for what the image sets
 * @param modelStore where FATE-Flow stores models: {@code mysql} or {@code tencent_cos}
 * @param languageModels whether large language models run: with images for them, directories for downloaded models, and an EggRoll whose
 *     node managers start containers and register themselves
 */
public record Release(
        String version,
        Set<String> upgradesFrom,
        String logSidecar,
        String sessionPath,
        String flowPath,
        String modelStore,
        boolean languageModels) {

    public Release {
        requireNonNull(version, "version is null");
        upgradesFrom = Set.copyOf(upgradesFrom);
        requireNonNull(logSidecar, "logSidecar is null");
        requireNonNull(sessionPath, "sessionPath is null");
        requireNonNull(flowPath, "flowPath is null");
        requireNonNull(modelStore, "modelStore is null");
    }

    /** {@return the version of the chart} */
    public String chartVersion() {
        return "v" + version;
    }

    /** {@return the tag of FATE's images} */
    public String tag() {
        return version + "-release";
    }

    /** {@return what the templates need to know about the release} */
    public Map<String, Object> toModel() {
        return Map.of(
                "flow", "fateflow",
                "routeTables", "conf/",
                "nodeRegistration", !languageModels,
                "languageModels", languageModels,
                "capabilities", languageModels,
                "logAgent", logSidecar.replaceFirst(".*/", "").replaceFirst(":.*", ""),
                "sessionPath", sessionPath,
                "flowPath", flowPath,
                "modelStore", modelStore);
    }
}
