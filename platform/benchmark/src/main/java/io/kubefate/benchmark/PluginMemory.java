package io.kubefate.benchmark;

import io.kubefate.server.engine.Planner;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.service.PluginReleases;
import io.kubefate.server.service.ServedRelease;
import io.kubefate.spi.ClusterSpec;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * What a loaded plugin costs: its classes, its templates parsed by a first render, its schema. Prints MB for each of ten
 * plugins, each the distribution's largest one in a host of its own, after two that warm up what all share.
 */
public final class PluginMemory {

    private static final int SHARED = 2;
    private static final int PLUGINS = 10;
    private static final double MEGABYTE = 1024.0 * 1024.0;

    private PluginMemory() {}

    /**
     * Prints heap, other memory and both, in MB, for each plugin.
     *
     * @param arguments the name of the example to render
     */
    public static void main(String[] arguments) {
        ClusterSpec spec = Distribution.example(arguments[0]);
        List<PluginReleases> kept = new ArrayList<>();
        load(kept, spec, SHARED);
        double heap = heap();
        double classes = classes();
        load(kept, spec, PLUGINS);
        double heapEach = (heap() - heap) / PLUGINS;
        double classesEach = (classes() - classes) / PLUGINS;
        System.out.printf("%.2f %.2f %.2f%n", heapEach, classesEach, heapEach + classesEach);
        if (kept.size() != SHARED + PLUGINS) {
            throw new IllegalStateException("the plugins must be alive until here");
        }
    }

    private static void load(List<PluginReleases> kept, ClusterSpec spec, int count) {
        for (int number = 0; number < count; number++) {
            PluginHost host = Distribution.host();
            host.apply(Distribution.plugins().stream()
                    .filter(jar -> jar.getFileName().toString().contains("spark"))
                    .toList());
            PluginReleases releases = new PluginReleases(host::use);
            try (ServedRelease served = releases.resolve(spec.chartName(), spec.chartVersion(), spec.text("backend"))) {
                new Planner().desired(served.release(), spec);
            }
            kept.add(releases);
        }
    }

    private static double heap() {
        for (int pass = 0; pass < 5; pass++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    /** {@return metaspace and compiled code} */
    private static double classes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                                .map(MemoryPoolMXBean::getUsage)
                                .mapToLong(usage -> usage.getUsed())
                                .sum()
                        / MEGABYTE
                - ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
