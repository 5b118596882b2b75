package io.kubefate.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * One FATE release on one engine, as a plugin contributes it: which modules it has, what its cluster.yaml may say and
 * which templates make Kubernetes objects of it.
 *
 * <p>The host finds an implementation by its {@link org.pf4j.Extension} annotation, creates it with its public
 * constructor without arguments and calls it from several threads, so it holds no mutable state. It sees the JDK, this package,
 * pf4j and slf4j, and what is in its own jar. It computes and does nothing else: no network, no files but its own resources, no
 * threads, no clock; equal arguments give equal answers, whenever and wherever they are asked.
 *
 * <p>What does not depend on an argument ({@link #releases}, {@link #modules}, {@link #schema} and so on) is asked when the plugin is
 * loaded; a plugin that answers with null or throws is not loaded. Later, a cluster.yaml goes through the schema, then
 * {@link #validate}, then, if nothing refused it, {@link #model} and the templates. What throws there refuses that one request, with
 * the plugin's name.
 *
 * <p>Templates are FreeMarker files below {@code templates/} in the plugin's jar: first {@link #commonTemplates}, then those of each
 * module that the cluster.yaml lists, in the order of {@link #modules}. Each makes any number of Kubernetes objects as YAML
 * documents; the host adds the namespace and its own labels. {@code docs/plugin-guide.md} says what they may use, and
 * {@code io.kubefate.plugin.testing.DistributionContract} tests all that is said here.
 */
public interface FateDistribution extends ExtensionPoint {

    /**
     * The releases this distribution serves.
     *
     * @return at least one key; no other loaded plugin may serve the same one
     */
    Set<ReleaseKey> releases();

    /**
     * Whether a cluster.yaml that names no {@code backend} means this distribution, when several engines serve its chart
     * name and version.
     *
     * @return true for at most one engine of a chart version
     */
    default boolean defaultEngine() {
        return false;
    }

    /**
     * The modules that a cluster.yaml may list under {@code modules}.
     *
     * @return at least one module, with distinct names, in the order in which their objects are to be made
     */
    List<ModuleSpec> modules();

    /**
     * Templates that are rendered whatever modules a cluster has, before those of the modules.
     *
     * @return file names below {@code templates/}, for example {@code eggroll-config.yaml.ftl}
     */
    default List<String> commonTemplates() {
        return List.of();
    }

    /**
     * The JSON Schema (draft 2020-12) of this release's cluster.yaml. It drives validation and the generated reference. A key whose
     * value is null counts as absent. {@code additionalProperties: false} makes a mistyped key an error; {@code x-message} beside a
     * {@code pattern} or {@code enum} is what the operator is told. Every release has the keys {@code name}, {@code namespace},
     * {@code chartName}, {@code chartVersion}, {@code modules}, {@code registry}, {@code pullPolicy} and {@code imagePullSecrets} (a list
     * of maps with {@code name}), and {@code backend} where the chart has engines.
     *
     * @return the schema's JSON text; references lead only into itself
     */
    String schema();

    /**
     * A complete cluster.yaml that an operator can start from; it passes {@link #schema()} and {@link #validate}.
     *
     * @return YAML text with comments
     */
    String example();

    /**
     * Checks what the schema cannot say: rules between fields. Called only for a spec that the schema accepts, and must cope with
     * everything that the schema accepts: keys that are absent, null, empty text, numbers written as text.
     *
     * @param spec the cluster.yaml
     * @return all problems found, not only the first; empty if there are none
     */
    List<Problem> validate(ClusterSpec spec);

    /**
     * What templates see: the cluster.yaml with this release's defaults filled in. Its top-level keys are the templates'
     * variables; {@code json}, {@code file} and {@code identifier} are the host's functions and no names for them.
     *
     * @param spec a cluster.yaml without errors, neither of the schema nor of {@link #validate}
     * @return nested maps with string keys, lists, strings, numbers and booleans; no null and no other type. An optional value
     *     that is not wanted is left out, and the template asks for it with {@code ??}
     */
    Map<String, Object> model(ClusterSpec spec);

    /**
     * What can be tried of a running cluster, when its operator asks: whether modules reach each other and other parties, and the
     * release's own self-tests. They run a few at a time, in any order.
     *
     * @param spec a cluster.yaml without errors
     * @return the checks, with distinct names, in the order in which they are told; empty if there is nothing to try
     * @since 1.1.0
     */
    default List<ClusterCheck> checks(ClusterSpec spec) {
        return List.of();
    }

    /**
     * Whether a cluster can go from one release to another in place: the objects of the new one are applied over the old ones, in the
     * same namespace, on the same claims. What has to be done to the data before, for example a migration of the database, is a step: see
     * {@link UpgradePath.Allowed}. An older version, another chart and another engine are refused without asking.
     *
     * @param from the installed release, which may be any: of this distribution, of another, older or newer
     * @param to the wanted release, one of {@link #releases()}
     * @return refused unless a distribution says otherwise
     */
    default UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
        return new UpgradePath.Refused("an upgrade from " + from + " to " + to + " is not supported");
    }
}
