package io.kubefate.benchmark;

import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.service.spec.PluginReleases;
import io.kubefate.server.service.spec.ServedRelease;
import io.kubefate.spi.ClusterSpec;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the memory of a loaded plugin: classes, parsed templates and schema. Prints MB for each plugin of ten hosts with all plugins
 * of the distribution, after two hosts that warm up shared memory.
 */
public final class PluginMemory {

    private static final int SHARED = 2;
    private static final int HOSTS = 10;
    private static final double MEGABYTE = 1024.0 * 1024.0;

    private PluginMemory() {}

    /**
     * Prints heap, other memory and both, in MB, for each plugin.
     *
     * @param arguments the names of the examples to render, one for each plugin
     */
    public static void main(String[] arguments) {
        List<ClusterSpec> specs =
                Arrays.stream(arguments).map(Distribution::example).toList();
        List<PluginReleases> kept = new ArrayList<>();
        load(kept, specs, SHARED);
        double heap = heap();
        double classes = classes();
        load(kept, specs, HOSTS);
        int plugins = HOSTS * Distribution.plugins().size();
        double heapEach = (heap() - heap) / plugins;
        double classesEach = (classes() - classes) / plugins;
        System.out.printf("%.2f %.2f %.2f%n", heapEach, classesEach, heapEach + classesEach);
        if (kept.size() != SHARED + HOSTS) {
            throw new IllegalStateException("the plugins must stay loaded until here");
        }
    }

    private static void load(List<PluginReleases> kept, List<ClusterSpec> specs, int count) {
        for (int number = 0; number < count; number++) {
            PluginHost host = Distribution.host();
            host.apply(Distribution.plugins());
            PluginReleases releases = new PluginReleases(host::use);
            specs.forEach(spec -> render(releases, spec));
            kept.add(releases);
        }
    }

    private static void render(PluginReleases releases, ClusterSpec spec) {
        try (ServedRelease served = releases.select(spec)) {
            served.renderer().objects(spec);
        }
    }

    private static double heap() {
        for (int pass = 0; pass < 5; pass++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    /** Returns the size of metaspace and compiled code. */
    private static double classes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                                .map(MemoryPoolMXBean::getUsage)
                                .mapToLong(usage -> usage.getUsed())
                                .sum()
                        / MEGABYTE
                - ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
