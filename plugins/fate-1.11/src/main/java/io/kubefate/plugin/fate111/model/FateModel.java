package io.kubefate.plugin.fate111.model;

import io.kubefate.plugin.fate111.module.Fate111;
import io.kubefate.plugin.fate111.module.Release;
import io.kubefate.plugin.shared.fate.model.ChartModel;
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
     * @return those of {@link ChartModel}, {@code images}, {@code rollsite}, {@code flow} and {@code release}
     */
    public static Map<String, Object> of(ClusterSpec cluster, Release release) {
        ClusterSpec spec = cluster.withDefaults();
        Map<String, Object> model = ChartModel.of(spec, Fate111.GENERATION);
        model.put("images", Images.of(spec, release));
        model.put("rollsite", RollsiteModel.of(spec));
        model.put("flow", FlowModel.of(spec));
        model.put("release", release.toModel());
        return model;
    }
}
