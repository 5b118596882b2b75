package io.kubefate.plugin.fate20.module;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What differs between the releases of FATE 2, except the tags of the images, which are defaults in the release's schema.
 *
 * @param chartVersion as in cluster.yaml, also the name of the folder with {@code schema.json}
 * @param upgradesFrom the chart versions whose clusters can be upgraded to this release in place
 * @param osxLibraries the end of the class path of osx: the files that the release adds to {@code lib} and {@code extension}
 * @param boardFolder the folder of FATE Board in its image
 * @param boardProgram the jar of FATE Board in this folder; empty if the image starts FATE Board on its own
 * @param nodeManagerPath the folders in {@code /data/projects/fate} whose {@code python} the processes of node managers import; empty
 *     for what the image sets
 */
public record Release(
        String chartVersion,
        Set<String> upgradesFrom,
        String osxLibraries,
        String boardFolder,
        String boardProgram,
        List<String> nodeManagerPath) {

    public Release {
        requireNonNull(chartVersion, "chartVersion is null");
        upgradesFrom = Set.copyOf(upgradesFrom);
        requireNonNull(osxLibraries, "osxLibraries is null");
        requireNonNull(boardFolder, "boardFolder is null");
        requireNonNull(boardProgram, "boardProgram is null");
        nodeManagerPath = List.copyOf(nodeManagerPath);
    }

    /** {@return what the templates need to know about the release, with those of the modules that FATE 1.11 has, too} */
    public Map<String, Object> toModel() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("flow", "fate_flow");
        model.put("routeTables", "fate_flow/conf/");
        model.put("languageModels", true);
        model.put("capabilities", true);
        model.put("logAgent", "fluent-bit");
        model.put("osxLibraries", osxLibraries);
        model.put("boardFolder", boardFolder);
        model.put("boardProgram", boardProgram);
        model.put(
                "nodeManagerPath",
                nodeManagerPath.stream()
                        .map(folder -> "/data/projects/fate/" + folder + "/python")
                        .collect(Collectors.joining(":")));
        return model;
    }
}
