package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.fate15.module.FateModules;
import io.kubefate.plugin.shared.ReleaseHeader;
import io.kubefate.plugin.shared.ReleaseValues;
import io.kubefate.spi.ModuleSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** Derives a cluster.yaml from the values of the original chart: its {@code values-template.yaml}, backwards. */
public final class FateValues {

    private static final String SPARK = "spark";
    private static final String NODE_SELECTOR = "nodeSelector";
    private static final String NODE_PORT = "nodePort";
    private static final String TYPE = "type";
    private static final String[] STORAGE = {"subPath", "existingClaim", "storageClass", "accessMode", "size"};

    private static final String[] NODE_MANAGER = {
        "name",
        NODE_SELECTOR,
        "sessionProcessorsPerNode",
        "subPath",
        "existingClaim",
        "storageClass",
        "accessMode",
        "size"
    };

    private final ReleaseValues values;
    private final ReleaseValues modules;

    private FateValues(Map<String, Object> values) {
        this.values = new ReleaseValues(values);
        this.modules = this.values.in("modules");
    }

    /** {@return the content of the cluster.yaml} */
    public static Map<String, Object> spec(Map<String, Object> values) {
        return new FateValues(values).spec();
    }

    private Map<String, Object> spec() {
        Map<String, Object> spec = ReleaseHeader.of(values);
        spec.put(
                "modules",
                ReleaseHeader.modules(
                        modules, FateModules.ALL.stream().map(ModuleSpec::name).toList()));
        spec.put("backend", modules.in("python").find("backend").orElse("eggroll"));
        ReleaseValues.put(spec, "rollsite", rollsite());
        ReleaseValues.put(spec, "nodemanager", nodeManagers());
        ReleaseValues.put(spec, "mysql", mysql());
        ReleaseValues.put(spec, "python", python());
        ReleaseValues.put(spec, "client", modules.in("client").only(TYPE));
        ReleaseValues.put(spec, "fateboard", modules.in("fateboard").only(TYPE, NODE_PORT));
        modules.in("serving").find("ip").ifPresent(ip -> spec.put("servingIp", ip));
        modules.in("serving").find("port").ifPresent(port -> spec.put("servingPort", port));
        ReleaseValues.put(spec, SPARK, spark());
        ReleaseValues.put(spec, "hdfs", parts("hdfs", new String[] {"namenode", "datanode"}, NODE_SELECTOR));
        ReleaseValues.put(spec, "nginx", modules.in("nginx").only(TYPE, NODE_PORT, NODE_SELECTOR, "route_table"));
        ReleaseValues.put(
                spec,
                "rabbitmq",
                modules.in("rabbitmq")
                        .only(
                                TYPE,
                                NODE_PORT,
                                NODE_SELECTOR,
                                "default_user",
                                "default_pass",
                                "user",
                                "password",
                                "route_table"));
        return spec;
    }

    private Map<String, Object> rollsite() {
        Map<String, Object> rollsite = modules.in("rollsite").only(TYPE, NODE_PORT, NODE_SELECTOR);
        ReleaseValues.put(rollsite, "exchange", ReleaseHeader.exchange(values.in("exchange")));
        ReleaseValues.put(rollsite, "partyList", values.each("partyList", "partyId", "partyIp", "partyPort"));
        return rollsite;
    }

    /** The values list each node manager, also those of {@code count}. */
    private Map<String, Object> nodeManagers() {
        Map<String, Object> managers = new LinkedHashMap<>();
        ReleaseValues.put(managers, "list", modules.in("nodemanager").each("list", NODE_MANAGER));
        return managers;
    }

    private Map<String, Object> mysql() {
        ReleaseValues mysql = modules.in("mysql");
        Map<String, Object> spec = mysql.only(TYPE, NODE_SELECTOR, "ip", "port", "database", "user", "password");
        spec.putAll(mysql.only(STORAGE));
        return spec;
    }

    private Map<String, Object> python() {
        ReleaseValues python = modules.in("python");
        Map<String, Object> spec = python.only(TYPE, "httpNodePort", "grpcNodePort", NODE_SELECTOR);
        ReleaseValues.put(spec, SPARK, python.in(SPARK).only("master", "home", "cores_per_node", "nodes"));
        ReleaseValues.put(spec, "hdfs", python.in("hdfs").only("name_node", "path_prefix"));
        ReleaseValues.put(
                spec,
                "rabbitmq",
                python.in("rabbitmq").only("host", "mng_port", "port", "user", "password", "route_table"));
        ReleaseValues.put(spec, "nginx", python.in("nginx").only("host", "port"));
        return spec;
    }

    private Map<String, Object> spark() {
        Map<String, Object> spec = parts(
                SPARK,
                new String[] {"master", "worker"},
                "Image",
                "ImageTag",
                "replicas",
                "cpu",
                "memory",
                NODE_SELECTOR);
        modules.in(SPARK).in("master").find(TYPE).ifPresent(type -> spec.put(TYPE, type));
        return spec;
    }

    private Map<String, Object> parts(String module, String[] names, String... keys) {
        Map<String, Object> spec = new LinkedHashMap<>();
        for (String name : names) {
            ReleaseValues.put(spec, name, modules.in(module).in(name).only(keys));
        }
        return spec;
    }
}
