package io.kubefate.server.plugin;

import io.kubefate.server.plugin.jar.PluginRejection;
import io.kubefate.spi.ModuleSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Validates distributions before they are loaded.
 *
 * @param schemaCheck throws an exception if a text is not a valid JSON Schema
 */
record DistributionRules(Consumer<String> schemaCheck) {

    /**
     * Validates a distribution.
     *
     * @param distribution the distribution of a plugin
     * @throws PluginRejection with the required change if it breaks the contract
     */
    void check(LoadedDistribution distribution) {
        checkReleases(distribution);
        checkModules(distribution.modules());
        checkTemplates(distribution);
        checkSchema(distribution.schema());
    }

    private static void checkReleases(LoadedDistribution distribution) {
        if (distribution.releases().isEmpty()) {
            throw new PluginRejection("its releases() is empty; a distribution serves at least one release");
        }
        distribution.releases().forEach(key -> {
            if (key.chartName().isBlank() || key.chartVersion().isBlank()) {
                throw new PluginRejection("its releases() has a release without chart name or version");
            }
        });
    }

    private static void checkModules(List<ModuleSpec> modules) {
        if (modules.isEmpty()) {
            throw new PluginRejection("its modules() is empty; a distribution has at least one module");
        }
        Set<String> names = new HashSet<>();
        modules.forEach(module -> {
            if (!names.add(module.name())) {
                throw new PluginRejection("its modules() lists the module " + module.name() + " twice");
            }
        });
    }

    private static void checkTemplates(LoadedDistribution distribution) {
        distribution
                .commonTemplates()
                .forEach(template -> checkTemplate(distribution, "its commonTemplates()", template));
        distribution
                .modules()
                .forEach(module -> module.templates()
                        .forEach(template -> checkTemplate(distribution, "its module " + module.name(), template)));
    }

    private static void checkTemplate(LoadedDistribution distribution, String where, String template) {
        if (distribution.template(template).isEmpty()) {
            throw new PluginRejection(where + " names templates/" + template + ", which is not in the jar");
        }
    }

    private void checkSchema(String schema) {
        try {
            schemaCheck.accept(schema);
        } catch (RuntimeException | StackOverflowError e) {
            throw new PluginRejection("its schema() is not a valid JSON Schema: " + e.getMessage(), e);
        }
    }
}
