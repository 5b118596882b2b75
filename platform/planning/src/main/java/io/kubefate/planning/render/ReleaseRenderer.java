package io.kubefate.planning.render;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.ApplyOrder;
import io.kubefate.planning.manifest.InvalidManifestException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ManifestReader;
import io.kubefate.planning.manifest.ManifestSet;
import io.kubefate.planning.manifest.ObjectReader;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Renders the objects of a release from a cluster.yaml. Equal input gives equal output.
 *
 * @param distribution the distribution of the plugin
 * @param plugin id and version of the plugin, for messages and revisions: {@code fate-1.5@3.0.0}
 * @param templates the templates of that plugin
 * @param reader parses the rendered text
 */
public record ReleaseRenderer(
        FateDistribution distribution, String plugin, TemplateRenderer templates, ObjectReader reader) {

    public ReleaseRenderer {
        requireNonNull(distribution, "distribution is null");
        requireNonNull(plugin, "plugin is null");
        requireNonNull(templates, "templates is null");
        requireNonNull(reader, "reader is null");
    }

    /** Creates a renderer that parses everything that is rendered. */
    public ReleaseRenderer(FateDistribution distribution, String plugin, TemplateRenderer templates) {
        this(distribution, plugin, templates, new ManifestReader());
    }

    /**
     * Renders the objects of a cluster in the order of application: an object comes after those that it references.
     *
     * @param spec a cluster.yaml without errors
     * @return objects in the cluster's namespace, without the labels of the host (see {@link Owner#mark})
     * @throws KubefateException {@code PLUGIN_FAILED} if the plugin throws or renders other than namespaced objects
     */
    public List<Manifest> objects(ClusterSpec spec) {
        try {
            Map<String, Object> model = distribution.model(spec);
            ManifestSet objects = new ManifestSet(spec.namespace());
            distribution.commonTemplates().forEach(template -> add(objects, "", template, model));
            enabled(spec)
                    .forEach(module ->
                            module.templates().forEach(template -> add(objects, module.name(), template, model)));
            return objects.objects().stream()
                    .sorted(Comparator.comparingInt(object -> ApplyOrder.rank(object.kind())))
                    .toList();
        } catch (RenderException | InvalidManifestException e) {
            throw failed(e);
        }
    }

    /**
     * Renders the steps of an upgrade to this release: Jobs that run before its objects are applied, and claims for what they save.
     *
     * @param spec the cluster.yaml of this release, without errors
     * @param names the templates, from {@link io.kubefate.spi.UpgradePath.Allowed}
     * @return Jobs and claims in the cluster's namespace, in the order in which they run
     * @throws KubefateException {@code PLUGIN_FAILED} if the plugin throws or renders an invalid step
     */
    public List<Manifest> steps(ClusterSpec spec, List<String> names) {
        try {
            Map<String, Object> model = names.isEmpty() ? Map.of() : distribution.model(spec);
            ManifestSet jobs = new ManifestSet(spec.namespace());
            for (String template : names) {
                List<Manifest> rendered = render(template, model);
                StepRules.check(template, rendered);
                jobs.add(template, "", rendered);
            }
            return List.copyOf(jobs.objects());
        } catch (RenderException | InvalidManifestException e) {
            throw failed(e);
        }
    }

    private void add(ManifestSet objects, String module, String template, Map<String, Object> model) {
        objects.add(template, module, render(template, model));
    }

    private List<Manifest> render(String template, Map<String, Object> model) {
        return reader.read(template, templates.render(template, model));
    }

    private List<ModuleSpec> enabled(ClusterSpec spec) {
        return distribution.modules().stream()
                .filter(module -> spec.hasModule(module.name()))
                .toList();
    }

    private KubefateException failed(RuntimeException e) {
        return new KubefateException(ErrorCode.PLUGIN_FAILED, "plugin " + plugin + ": " + e.getMessage(), e);
    }
}
