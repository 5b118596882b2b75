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
 * constructor without arguments and calls it from several threads, so it holds no mutable state. Templates are FreeMarker
 * files below {@code templates/} in the plugin's jar; {@code docs/plugin-guide.md} says what they may use.
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
     * The JSON Schema (draft 2020-12) of this release's cluster.yaml. It drives validation and the generated reference.
     *
     * @return the schema's JSON text
     */
    String schema();

    /**
     * A complete cluster.yaml that an operator can start from; it passes {@link #schema()} and {@link #validate}.
     *
     * @return YAML text with comments
     */
    String example();

    /**
     * Checks what the schema cannot say: rules between fields. Called only for a spec that the schema accepts.
     *
     * @param spec the cluster.yaml
     * @return all problems found, empty if there are none
     */
    List<Problem> validate(ClusterSpec spec);

    /**
     * What templates see: the cluster.yaml with this release's defaults filled in.
     *
     * @param spec a cluster.yaml without errors
     * @return nested maps with string keys, lists, strings, numbers and booleans; no null and no other type
     */
    Map<String, Object> model(ClusterSpec spec);

    /**
     * Whether a cluster can go from one release to another in place.
     *
     * @param from the installed release
     * @param to the wanted release, one of {@link #releases()}
     * @return refused unless a distribution says otherwise
     */
    default UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
        return new UpgradePath.Refused("an upgrade from " + from + " to " + to + " is not supported");
    }
}
