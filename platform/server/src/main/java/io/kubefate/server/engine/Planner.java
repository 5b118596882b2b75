package io.kubefate.server.engine;

import io.kubefate.server.engine.render.RenderException;
import io.kubefate.server.error.ErrorCode;
import io.kubefate.server.error.KubefateException;
import io.kubefate.server.kubernetes.Manifest;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Computes the objects that a cluster.yaml wants. No I/O and no clock: equal input gives equal output. */
public final class Planner {

    private final ManifestReader reader = new ManifestReader();

    /**
     * The objects of a cluster in the order in which they are to be applied: what others refer to comes first.
     *
     * @param release what renders them
     * @param spec a cluster.yaml without errors
     * @return objects in the cluster's namespace, without the host's own labels (see {@link Owner#mark})
     * @throws KubefateException {@code PLUGIN_FAILED} if the plugin throws or makes something that is no set of namespaced objects
     */
    public List<Manifest> desired(Release release, ClusterSpec spec) {
        try {
            List<Manifest> objects = render(release, spec);
            objects.sort(Comparator.comparingInt(object -> ApplyOrder.rank(object.kind())));
            return List.copyOf(objects);
        } catch (RenderException | InvalidManifestException e) {
            throw failed(release, e);
        }
    }

    /**
     * The steps of an upgrade: Jobs that run before the objects of the new release are applied.
     *
     * @param release what renders them, the new release
     * @param spec its cluster.yaml, without errors
     * @param templates from {@link io.kubefate.spi.UpgradePath.Allowed}
     * @return Jobs in the cluster's namespace, in the order in which they run
     * @throws KubefateException {@code PLUGIN_FAILED} if the plugin throws or makes something that is no step
     */
    public List<Manifest> steps(Release release, ClusterSpec spec, List<String> templates) {
        try {
            Map<String, Object> model =
                    templates.isEmpty() ? Map.of() : release.distribution().model(spec);
            ManifestSet jobs = new ManifestSet(spec.namespace());
            for (String template : templates) {
                List<Manifest> made = reader.read(template, release.renderer().render(template, model));
                StepRules.check(template, made);
                jobs.add(template, "", made);
            }
            return List.copyOf(jobs.objects());
        } catch (RenderException | InvalidManifestException e) {
            throw failed(release, e);
        }
    }

    private static KubefateException failed(Release release, RuntimeException e) {
        return new KubefateException(ErrorCode.PLUGIN_FAILED, "plugin " + release.plugin() + ": " + e.getMessage(), e);
    }

    private List<Manifest> render(Release release, ClusterSpec spec) {
        FateDistribution distribution = release.distribution();
        Map<String, Object> model = distribution.model(spec);
        ManifestSet objects = new ManifestSet(spec.namespace());
        for (String template : distribution.commonTemplates()) {
            objects.add(template, "", reader.read(template, release.renderer().render(template, model)));
        }
        for (ModuleSpec module : enabled(distribution, spec)) {
            for (String template : module.templates()) {
                objects.add(
                        template,
                        module.name(),
                        reader.read(template, release.renderer().render(template, model)));
            }
        }
        return new ArrayList<>(objects.objects());
    }

    private static List<ModuleSpec> enabled(FateDistribution distribution, ClusterSpec spec) {
        return distribution.modules().stream()
                .filter(module -> spec.hasModule(module.name()))
                .toList();
    }
}
