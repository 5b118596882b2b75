package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.Exposure;
import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.Placement;
import io.kubefate.plugin.shared.Required;
import io.kubefate.plugin.shared.Storage;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the variables of a module, or of a part of one, from its map in a cluster.yaml with the schema's defaults. The variables have
 * the names of their keys.
 */
public final class Part {

    private final ClusterSpec spec;
    private final ClusterSpec settings;
    private final Map<String, Object> model = new LinkedHashMap<>();

    private Part(ClusterSpec spec, String... keys) {
        this.spec = spec;
        this.settings = new ClusterSpec(spec.map(keys));
    }

    /**
     * Starts with the map at a path.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @param keys where, for example {@code hdfs} and {@code namenode}
     */
    public static Part of(ClusterSpec spec, String... keys) {
        return new Part(spec, keys);
    }

    public ClusterSpec settings() {
        return settings;
    }

    /** Adds {@code placement}, and {@code resources} if there are any. */
    public Part pod() {
        model.put("placement", Placement.of(settings));
        Map<String, Object> resources = Resources.of(settings);
        if (!resources.isEmpty()) {
            model.put("resources", resources);
        }
        return this;
    }

    /** Adds {@code type}, and the node ports and the address of the load balancer that are given and have an effect. */
    public Part service(String... portKeys) {
        model.putAll(Exposure.of(settings, List.of(portKeys)));
        return this;
    }

    /** Adds {@code storage}, see {@link Storage#toModel}. */
    public Part storage() {
        model.put("storage", Storage.of("", settings).toModel(Flag.isSet(spec, "persistence")));
        return this;
    }

    /** Adds texts that the schema requires or has defaults for. */
    public Part texts(String... keys) {
        for (String key : keys) {
            model.put(key, Required.text(settings, key));
        }
        return this;
    }

    /** Adds whole numbers that the schema requires or has defaults for. */
    public Part numbers(String... keys) {
        for (String key : keys) {
            model.put(key, Required.number(settings, key));
        }
        return this;
    }

    /** Adds the whole numbers that are given. */
    public Part givenNumbers(String... keys) {
        for (String key : keys) {
            WholeNumber.find(settings, key).ifPresent(number -> model.put(key, number));
        }
        return this;
    }

    /** Adds the texts that are given. */
    public Part givenTexts(String... keys) {
        for (String key : keys) {
            settings.text(key).ifPresent(text -> model.put(key, text));
        }
        return this;
    }

    /** Adds any other variable. */
    public Part put(String name, Object value) {
        model.put(name, value);
        return this;
    }

    public Map<String, Object> model() {
        return model;
    }
}
