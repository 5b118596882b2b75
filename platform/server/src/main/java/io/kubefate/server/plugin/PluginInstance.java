package io.kubefate.server.plugin;

import io.kubefate.server.plugin.jar.PluginFile;
import io.kubefate.server.plugin.jar.PluginRejection;
import io.kubefate.spi.FateDistribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A plugin whose code is loaded, until nobody holds it any more: then it is stopped and unloaded. */
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
     * Starts a plugin and asks it for its distributions.
     *
     * @param file its jar
     * @param dependencies what it depends on and is loaded
     * @param rules what it must fulfil
     * @return the plugin, held by the caller
     * @throws RuntimeException a {@link PluginRejection}, or whatever the plugin throws; nothing stays open
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

    /** {@return its jar} */
    PluginFile file() {
        return file;
    }

    /** {@return what others may know of it} */
    LoadedPlugin facts() {
        return facts;
    }

    /** {@return the plugins that it was given to depend on} */
    List<PluginInstance> dependencies() {
        return dependencies;
    }

    /** {@return whether the caller holds it now; false if it has ended} */
    boolean hold() {
        return holders.hold();
    }

    /** Gives up one hold; the last one stops and unloads the plugin. */
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
