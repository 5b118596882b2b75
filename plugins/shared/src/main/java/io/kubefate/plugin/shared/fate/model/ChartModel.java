package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.ClusterIdentity;
import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.PullSecrets;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.fate.module.Computing;
import io.kubefate.plugin.shared.fate.module.Generation;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ModuleSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The values of a cluster.yaml that the templates of all releases use. */
public final class ChartModel {

    private ChartModel() {}

    /**
     * Returns the values, to which a release adds {@code images}, {@code release} and the map of its gateway.
     *
     * @param spec a cluster.yaml without errors, with the schema's defaults
     * @param generation what differs between FATE 1 and FATE 2
     * @return {@code name}, {@code namespace}, {@code partyId}, {@code labels} of all objects and {@code selector} of pods,
     *     {@code pullPolicy}, {@code imagePullSecrets}, {@code serviceAccount}, {@code podSecurityPolicy}, {@code pages},
     *     {@code ingressClass}, {@code istio}, {@code on} (a boolean for each module), {@code engines}, {@code database} (the one that
     *     is used), {@code serving}, and a map for each module; an optional value that is absent, such as a node port, is omitted
     */
    public static Map<String, Object> of(ClusterSpec spec, Generation generation) {
        Map<String, Object> model = ClusterIdentity.of(spec, labels(spec.name()));
        model.put("pullPolicy", Required.text(spec, "pullPolicy"));
        model.put("imagePullSecrets", PullSecrets.of(spec));
        boolean ownAccount = Flag.isSet(spec, "podSecurityPolicy", "enabled");
        model.put("podSecurityPolicy", ownAccount);
        model.put("serviceAccount", ownAccount ? spec.name() : "default");
        model.put("ingressClass", Required.text(spec, "ingressClassName"));
        model.put("pages", Pages.of(spec));
        model.put("istio", Flag.isSet(spec, "istio", "enabled"));
        model.put("on", enabled(spec, generation));
        model.put("engines", engines(spec, generation.gateway()));
        model.put("database", Database.used(spec).toModel());
        model.put("serving", ServingModel.of(spec));
        modules(model, spec);
        model.put("lbrollsite", LbRollsiteModel.of(spec, generation.gateway()));
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

    private static Map<String, Object> enabled(ClusterSpec spec, Generation generation) {
        Map<String, Object> enabled = new LinkedHashMap<>();
        generation.modules().stream().map(ModuleSpec::name).forEach(name -> enabled.put(name, spec.hasModule(name)));
        return enabled;
    }

    private static Map<String, Object> engines(ClusterSpec spec, String gateway) {
        Computing computing = Computing.of(spec);
        String federation = Required.text(spec, "federation").toLowerCase(Locale.ROOT);
        boolean broker = federation.equals("pulsar") || federation.equals("rabbitmq");
        return Map.of(
                "computing",
                computing.engine(),
                "eggroll",
                computing == Computing.EGGROLL,
                "sparkCluster",
                computing == Computing.SPARK,
                "federation",
                federation,
                "broker",
                broker ? federation : "",
                "storage",
                Required.text(spec, "storage").toLowerCase(Locale.ROOT),
                "proxy",
                computing.usesNginx() ? "nginx" : gateway,
                "gateway",
                !broker || !computing.usesNginx());
    }

    private static void modules(Map<String, Object> model, ClusterSpec spec) {
        model.put("mysql", MysqlModel.of(spec));
        model.put("clustermanager", EggRollModel.clusterManager(spec));
        model.put("nodemanager", EggRollModel.nodeManager(spec));
        model.put("spark", SparkModel.of(spec));
        model.put("hdfs", HdfsModel.of(spec));
        model.put("rabbitmq", RabbitmqModel.of(spec));
        model.put("pulsar", PulsarModel.of(spec));
        model.put("nginx", NginxModel.of(spec).model());
        model.put("python", PythonModel.of(spec));
        model.put("fateboard", PageModels.fateboard(spec));
        model.put("client", PageModels.client(spec));
    }
}
