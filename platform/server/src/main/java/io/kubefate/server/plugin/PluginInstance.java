package io.kubefate.server.plugin;

import io.kubefate.server.plugin.jar.PluginFile;
import io.kubefate.server.plugin.jar.PluginRejection;
import io.kubefate.spi.FateDistribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A loaded plugin, which is stopped and unloaded when its last holder releases it. */
final class PluginInstance {

    private final PluginFile file;
    private final List<PluginInstance> dependencies;
    private final PluginCode code;
    private final LoadedPlugin facts;
    private final Holders holders = new Holders(this::end);

    private PluginInstance(PluginFile file, List<PluginInstance> dependencies, PluginCode code, LoadedPlugin facts) {
        this.file = file;
        this.dependencies = List.copyOf(dependencies);
        this.code = code;
        this.facts = facts;
    }

    /**
     * Starts a plugin and reads its distributions.
     *
     * @param file the jar of the plugin
     * @param dependencies the loaded plugins that it depends on
     * @param rules the rules that it must satisfy
     * @return the plugin, held by the caller
     * @throws RuntimeException a {@link PluginRejection}, or the exception of the plugin; then nothing stays open
     */
    static PluginInstance start(PluginFile file, List<PluginInstance> dependencies, PluginRules rules) {
        List<? extends ClassLoader> loaders =
                dependencies.stream().map(plugin -> plugin.code.classLoader()).toList();
        PluginCode code = PluginCode.open(file, rules.spiVersion(), loaders);
        try {
            return new PluginInstance(
                    file, dependencies, code, describe(file, distributions(file, code, rules.contract())));
        } catch (RuntimeException | Error e) {
            code.close();
            throw e;
        }
    }

    PluginFile file() {
        return file;
    }

    /** Returns the public data of the plugin. */
    LoadedPlugin facts() {
        return facts;
    }

    List<PluginInstance> dependencies() {
        return dependencies;
    }

    /** Acquires a hold and returns true, or returns false if the plugin has ended. */
    boolean hold() {
        return holders.hold();
    }

    /** Releases a hold. The last release stops and unloads the plugin. */
    void release() {
        holders.release();
    }

    private void end() {
        facts.distributions().forEach(LoadedDistribution::retire);
        code.close();
    }

    private static List<LoadedDistribution> distributions(
            PluginFile file, PluginCode code, DistributionRules contract) {
        PluginGuard guard = new PluginGuard(file.id(), file.version());
        List<LoadedDistribution> distributions = new ArrayList<>();
        for (FateDistribution distribution : code.distributions()) {
            LoadedDistribution loaded = new LoadedDistribution(distribution, guard, file.templates());
            contract.check(loaded);
            distributions.add(loaded);
        }
        return distributions;
    }

    private static LoadedPlugin describe(PluginFile file, List<LoadedDistribution> distributions) {
        return new LoadedPlugin(file.manifest(), file.signer(), file.path(), Instant.now(), distributions);
    }
}
