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
     * @return those of {@link ChartModel}, {@code images}, {@code osx} and {@code release}
     */
    public static Map<String, Object> of(ClusterSpec cluster, Release release) {
        ClusterSpec spec = cluster.withDefaults();
        Map<String, Object> model = ChartModel.of(spec, Fate2.GENERATION);
        model.put("images", Images.of(spec));
        model.put("osx", osx(spec));
        model.put("release", release.toModel());
        return model;
    }

    /** Without FATE-Flow, osx only forwards between other parties: it is an exchange. */
    private static Map<String, Object> osx(ClusterSpec spec) {
        return GatewayModel.of(spec, Fate2.GENERATION.gateway())
                .put("onlyForwards", !spec.hasModule("python"))
                .model();
    }
}
