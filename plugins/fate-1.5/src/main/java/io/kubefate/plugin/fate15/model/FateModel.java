package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.plugin.fate15.module.FateModules;
import io.kubefate.plugin.shared.ClusterIdentity;
import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.Ingresses;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.PullSecrets;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ModuleSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that the templates use. */
public final class FateModel {

    private FateModel() {}

    /**
     * Returns the values that the templates of FATE 1.5.0 use.
     *
     * @param cluster a cluster.yaml without errors
     * @param engine the engine that runs jobs
     * @return {@code name}, {@code namespace}, {@code partyId}, {@code labels} of all objects and {@code selector} of pods,
     *     {@code backend}, {@code images}, {@code pullPolicy}, {@code imagePullSecrets}, {@code ingresses},
     *     {@code istio}, {@code on} (a boolean for each module), {@code serving}, and a map for each module; an optional value
     *     that is absent, such as a node port, is omitted
     */
    public static Map<String, Object> of(ClusterSpec cluster, Engine engine) {
        ClusterSpec spec = cluster.withDefaults();
        Map<String, Object> model = ClusterIdentity.of(spec, labels(spec.name()));
        model.put("backend", engine.backend());
        model.put("images", Images.of(spec, engine));
        model.put("pullPolicy", Required.text(spec, "pullPolicy"));
        model.put("imagePullSecrets", PullSecrets.of(spec));
        model.put("ingresses", Ingresses.of(spec));
        model.put("istio", Flag.isSet(spec, "istio", "enabled"));
        model.put("on", enabled(spec));
        model.put("serving", serving(spec));
        parts(model, spec, Flag.isSet(spec, "persistence"));
        return model;
    }

    /** {@code heritage} is Helm because tools that search for FATE's objects expect it. */
    private static Map<String, String> labels(String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("cluster", "fate");
        labels.put("heritage", "Helm");
        labels.put("release", name);
        labels.put("chart", "fate");
        return labels;
    }

    private static void parts(Map<String, Object> model, ClusterSpec spec, boolean persistent) {
        model.put("mysql", MysqlModel.of(spec, persistent));
        model.put("clustermanager", Map.of("nodeSelector", NodeSelector.of(spec, "clustermanager", "nodeSelector")));
        model.put("nodemanagers", nodeManagers(spec, persistent));
        model.put("rollsite", RollsiteModel.of(spec));
        model.put("spark", SparkModel.of(spec));
        model.put("hdfs", HdfsModel.of(spec));
        model.put("rabbitmq", RabbitmqModel.of(spec));
        model.put("nginx", NginxModel.of(spec));
        model.put("python", PythonModel.of(spec));
        model.put("fateboard", Exposure.of(spec, "fateboard", List.of("nodePort")));
        model.put("client", Exposure.of(spec, "client", List.of()));
    }

    private static Map<String, Object> enabled(ClusterSpec spec) {
        Map<String, Object> enabled = new LinkedHashMap<>();
        FateModules.ALL.stream().map(ModuleSpec::name).forEach(name -> enabled.put(name, spec.hasModule(name)));
        return enabled;
    }

    private static List<Map<String, Object>> nodeManagers(ClusterSpec spec, boolean persistent) {
        return NodeManager.of(spec).stream()
                .map(node -> node.toModel(persistent))
                .toList();
    }

    /** Without an address only the colon is left, as in the original chart. */
    private static Map<String, Object> serving(ClusterSpec spec) {
        String ip = spec.text("servingIp").orElse("");
        String port = WholeNumber.find(spec, "servingPort").map(String::valueOf).orElse("");
        return Map.of("given", !(ip + port).isEmpty(), "address", ip + ":" + port);
    }
}
