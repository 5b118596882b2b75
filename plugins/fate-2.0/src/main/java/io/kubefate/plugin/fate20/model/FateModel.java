package io.kubefate.plugin.fate20.model;

import io.kubefate.plugin.fate20.module.Fate2;
import io.kubefate.plugin.fate20.module.Release;
import io.kubefate.plugin.shared.fate.model.ChartModel;
import io.kubefate.plugin.shared.fate.model.GatewayModel;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The values that the templates use. */
public final class FateModel {

    private FateModel() {}

    /**
     * Returns the values that the templates use.
     *
     * @param cluster a cluster.yaml without errors
     * @param release what differs between releases
     * @return those of {@link ChartModel}, {@code images}, {@code osx}, {@code osxLibraries} and {@code release}
     */
    public static Map<String, Object> of(ClusterSpec cluster, Release release) {
        ClusterSpec spec = cluster.withDefaults();
        Map<String, Object> model = ChartModel.of(spec, Fate2.GENERATION);
        model.put("images", Images.of(spec));
        model.put("osx", GatewayModel.of(spec, Fate2.GENERATION.gateway()).model());
        model.put("osxLibraries", release.osxLibraries());
        model.put("release", constants());
        return model;
    }

    /** What the templates of modules that FATE 1.11 has, too, need to know about the release. */
    private static Map<String, Object> constants() {
        return Map.of(
                "flow", "fate_flow",
                "routeTables", "fate_flow/conf/",
                "languageModels", true,
                "capabilities", true,
                "logAgent", "fluent-bit");
    }
}
