package io.kubefate.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * One FATE release on one engine: its modules, the schema of its cluster.yaml, its rules, and the templates of its Kubernetes objects.
 *
 * <p>The host finds an implementation by its {@link org.pf4j.Extension} annotation, creates it with its public constructor without
 * arguments and calls it from several threads, so it has no mutable state. Its classes can use the JDK, this package, pf4j, slf4j and
 * what is in the plugin's jar. It only computes: it does not use the network, files other than its resources, threads or the clock. Equal
 * arguments give equal results.
 *
 * <p>The host calls the methods that do not depend on a cluster.yaml ({@link #releases}, {@link #modules}, {@link #schema} and so on) when
 * it loads the plugin. It rejects a plugin that returns null or throws there. Then it checks each cluster.yaml with the schema and
 * {@link #validate} and, without errors, renders the templates with {@link #model}. An exception there fails this request with an error
 * that names the plugin.
 *
 * <p>Every {@link ClusterSpec} that the host passes has the defaults of {@link #schema()}: see {@link ClusterSpec#withDefaults()}.
 *
 * <p>Templates are FreeMarker files below {@code templates/} in the plugin's jar: first {@link #commonTemplates}, then those of each
 * module that the cluster.yaml lists, in the order of {@link #modules}. Each renders any number of Kubernetes objects as YAML
 * documents; the host adds the namespace and its own labels. {@link Annotations} lists the annotations that the host reads.
 * {@code docs/plugin-guide.md} describes the functions of the templates, and {@code io.kubefate.plugin.testing.DistributionContract} tests
 * this contract.
 */
public interface FateDistribution extends ExtensionPoint {

    /**
     * Returns the releases of this distribution.
     *
     * @return at least one key, which no other loaded plugin has
     */
    Set<ReleaseKey> releases();

    /**
     * The keys of a cluster.yaml that select a release among those with the same chart name and version, with the values that select it:
     * {@code {"backend": ["spark"]}}. A file selects a release if each of these keys is absent or has one of the values.
     *
     * @param release one of {@link #releases()}
     * @return key at the top level to its values; empty if no key selects it. By default {@code backend} with the engine's name, or
     *     nothing if the engine is empty
     * @since 1.2.0
     */
    default Map<String, Set<String>> selectors(ReleaseKey release) {
        return release.engine().isEmpty() ? Map.of() : Map.of("backend", Set.of(release.engine()));
    }

    /**
     * Whether a cluster.yaml selects this distribution if it selects several releases with the same chart name and version, for example
     * because it has no {@code backend}.
     *
     * @return true for at most one distribution of a chart version
     */
    default boolean defaultEngine() {
        return false;
    }

    /**
     * Returns the modules that a cluster.yaml can list under {@code modules}.
     *
     * @return at least one module, with distinct names, in the order in which their templates are rendered
     */
    List<ModuleSpec> modules();

    /**
     * Returns the templates that do not depend on a module. They are rendered before those of the modules.
     *
     * @return file names below {@code templates/}, for example {@code eggroll-config.yaml.ftl}
     */
    default List<String> commonTemplates() {
        return List.of();
    }

    /**
     * Returns the JSON Schema (draft 2020-12) of this release's cluster.yaml, for validation, defaults and the generated reference. A key
     * whose value is null is absent. {@code additionalProperties: false} makes a mistyped key an error; {@code x-message} beside a
     * {@code pattern} or {@code enum} is the message for the operator. Every release has the keys {@code name}, {@code namespace},
     * {@code chartName}, {@code chartVersion}, {@code modules}, {@code registry}, {@code pullPolicy} and {@code imagePullSecrets} (a list
     * of maps with {@code name}), and the keys of {@link #selectors}.
     *
     * <p>A {@code default} applies to a key that is absent or empty text, or to a map in which no key has a value. The {@code default} of
     * a map applies only if the whole map is absent, those of its keys in each map. With {@code "x-keep-empty": true}, empty text is a
     * value.
     *
     * @return the schema as JSON text, with references only to itself
     */
    String schema();

    /**
     * Returns a complete cluster.yaml as an example for operators. It has no problems in {@link #schema()} and {@link #validate}.
     *
     * @return YAML text with comments
     */
    String example();

    /**
     * Checks rules between fields, which the schema cannot express. The host calls it for every cluster.yaml that the schema accepts,
     * with keys that are absent, null or empty text, and numbers written as text.
     *
     * @param spec the cluster.yaml as it was written; {@link ClusterSpec#withDefaults()} has the defaults
     * @return all problems, not only the first; empty if there are none
     */
    List<Problem> validate(ClusterSpec spec);

    /**
     * Computes the variables of the templates. The names {@code json}, {@code file} and {@code identifier} are reserved for the functions
     * of the host.
     *
     * @param spec a cluster.yaml without errors of the schema or {@link #validate}; the model takes its defaults from
     *     {@link ClusterSpec#withDefaults()}
     * @return nested maps with string keys, lists, strings, numbers and booleans; no null and no other type. An optional value that is
     *     absent is omitted; a template tests it with {@code ??}
     */
    Map<String, Object> model(ClusterSpec spec);

    /**
     * Returns the checks of a running cluster, which an operator starts: connections between modules and to other parties, and self-tests
     * of the release. The host runs a few at a time, in any order.
     *
     * @param spec a cluster.yaml without errors
     * @return the checks, with distinct names, in the order of the report; empty if there are none
     * @since 1.1.0
     */
    default List<ClusterCheck> checks(ClusterSpec spec) {
        return List.of();
    }

    /**
     * Returns what a cluster is in a federation: its party, the gateways where other parties reach it, and the routes that its
     * cluster.yaml declares. The host shows the federation of all clusters, and which route has no counterpart.
     *
     * @param spec a cluster.yaml without errors
     * @return the member; empty by default, and if the cluster connects to no party. The host then knows none of its routes
     * @since 1.5.0
     */
    default Optional<FederationMember> federation(ClusterSpec spec) {
        return Optional.empty();
    }

    /**
     * Reports whether a cluster can be upgraded in place: the host applies the objects of the new release over the old ones, in the same
     * namespace and with the same claims. Work on the data, for example a migration of the database, is a step: see
     * {@link UpgradePath.Allowed}. The host rejects an older version, another chart and another engine itself.
     *
     * @param from the installed release, of this or another distribution
     * @param to the new release, one of {@link #releases()}
     * @return refused by default
     */
    default UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
        return new UpgradePath.Refused("an upgrade from " + from + " to " + to + " is not supported");
    }

    /**
     * Derives a cluster.yaml from a Helm release that the original KubeFATE installed, so that the host can adopt the release. The original
     * rendered the values of its chart from the cluster.yaml with {@code values-template.yaml}; this is the way back.
     *
     * @param values the values of the release, without the defaults of the chart; no null
     * @return the content of the cluster.yaml, as for {@link #model}. The host adds {@code name}, {@code namespace}, {@code chartName} and
     *     {@code chartVersion}, and validates it. Empty if it cannot be derived; the host then uses the cluster.yaml of the operator. By
     *     default the values themselves
     * @since 1.3.0
     */
    default Map<String, Object> specOf(Map<String, Object> values) {
        return values;
    }
}
