package io.kubefate.plugin.fate20.model;

import io.kubefate.plugin.fate20.module.Computing;
import io.kubefate.plugin.fate20.module.FateModules;
import io.kubefate.plugin.fate20.module.Release;
import io.kubefate.plugin.shared.ClusterIdentity;
import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.PullSecrets;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ModuleSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The values that the templates use. */
public final class FateModel {

    private FateModel() {}

    /**
     * Returns the values that the templates use.
     *
     * @param cluster a cluster.yaml without errors
     * @param release what differs between releases
     * @return {@code name}, {@code namespace}, {@code partyId}, {@code labels} of all objects and {@code selector} of pods,
     *     {@code images}, {@code pullPolicy}, {@code imagePullSecrets}, {@code serviceAccount}, {@code podSecurityPolicy},
     *     {@code pages}, {@code ingressClass}, {@code istio}, {@code on} (a boolean for each module), {@code engines},
     *     {@code osxLibraries}, {@code database} (the one that is used), {@code serving}, and a map for each module; an optional
     *     value that is absent, such as a node port, is omitted
     */
    public static Map<String, Object> of(ClusterSpec cluster, Release release) {
        ClusterSpec spec = cluster.withDefaults();
        Map<String, Object> model = ClusterIdentity.of(spec, labels(spec.name()));
        model.put("images", Images.of(spec));
        model.put("pullPolicy", Required.text(spec, "pullPolicy"));
        model.put("imagePullSecrets", PullSecrets.of(spec));
        boolean ownAccount = Flag.isSet(spec, "podSecurityPolicy", "enabled");
        model.put("podSecurityPolicy", ownAccount);
        model.put("serviceAccount", ownAccount ? spec.name() : "default");
        model.put("ingressClass", Required.text(spec, "ingressClassName"));
        model.put("pages", Pages.of(spec));
        model.put("istio", Flag.isSet(spec, "istio", "enabled"));
        model.put("on", enabled(spec));
        model.put("engines", engines(spec));
        model.put("osxLibraries", release.osxLibraries());
        model.put("database", Database.used(spec).toModel());
        model.put("serving", ServingModel.of(spec));
        modules(model, spec);
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

    private static Map<String, Object> enabled(ClusterSpec spec) {
        Map<String, Object> enabled = new LinkedHashMap<>();
        FateModules.ALL.stream().map(ModuleSpec::name).forEach(name -> enabled.put(name, spec.hasModule(name)));
        return enabled;
    }

    private static Map<String, Object> engines(ClusterSpec spec) {
        Computing computing = Computing.of(spec);
        return Map.of(
                "computing", computing.engine(),
                "eggroll", computing == Computing.EGGROLL,
                "sparkCluster", computing == Computing.SPARK,
                "federation", Required.text(spec, "federation").toLowerCase(Locale.ROOT),
                "storage", Required.text(spec, "storage").toLowerCase(Locale.ROOT),
                "proxy", computing.proxy());
    }

    private static void modules(Map<String, Object> model, ClusterSpec spec) {
        model.put("mysql", MysqlModel.of(spec));
        model.put("clustermanager", EggRollModel.clusterManager(spec));
        model.put("nodemanager", EggRollModel.nodeManager(spec));
        model.put("osx", OsxModel.of(spec));
        model.put("lbrollsite", LbRollsiteModel.of(spec));
        model.put("spark", SparkModel.of(spec));
        model.put("hdfs", HdfsModel.of(spec));
        model.put("rabbitmq", RabbitmqModel.of(spec));
        model.put("pulsar", PulsarModel.of(spec));
        model.put("nginx", NginxModel.of(spec));
        model.put("python", PythonModel.of(spec));
        model.put("fateboard", PageModels.fateboard(spec));
        model.put("client", PageModels.client(spec));
    }
}
