package io.kubefate.server.metrics;

import static java.util.Objects.requireNonNull;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Registers gauges that are read at each scrape. They must not wait: a scrape has a time limit. */
public final class Gauges {

    private final PrometheusRegistry registry;

    public Gauges(PrometheusRegistry registry) {
        this.registry = requireNonNull(registry, "registry is null");
    }

    /** Registers a gauge without a label. It has no value while the supplier has none. */
    public Gauges value(String name, String help, Supplier<OptionalDouble> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(gauge -> value.get().ifPresent(gauge::call))
                .register(registry);
        return this;
    }

    /**
     * Registers a gauge with one label.
     *
     * @param values returns a value for each value of the label; those that it omits have none
     */
    public Gauges values(String name, String help, String label, Supplier<Map<String, Double>> values) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(label)
                .callback(gauge -> values.get().forEach((key, value) -> gauge.call(value, key)))
                .register(registry);
        return this;
    }
}
