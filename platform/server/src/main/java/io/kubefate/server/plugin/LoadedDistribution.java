package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.server.plugin.PluginGuard.UnusableResult;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import io.kubefate.spi.UpgradePath;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's distribution as the rest of the host uses it. What does not depend on a cluster.yaml was asked for once
 * and cannot fail any more. Every other call answers an unmodifiable copy or throws {@link KubefateException} with the
 * code PLUGIN_FAILED and a message that names the plugin, whatever the plugin throws. It may be called from any thread.
 */
public final class LoadedDistribution implements FateDistribution {

    /** Null once the plugin is unloaded: whoever still has this object keeps no class of it in memory. */
    private volatile @Nullable FateDistribution distribution;

    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();
    private final PluginGuard guard;
    private final Map<String, String> templates;
    private final Set<ReleaseKey> releases;
    private final boolean defaultEngine;
    private final List<ModuleSpec> modules;
    private final List<String> commonTemplates;
    private final String schema;
    private final String example;
    private final Map<ReleaseKey, Map<String, Set<String>>> selectors = new HashMap<>();

    /**
     * Asks a distribution for everything that stays the same.
     *
     * @param distribution the plugin's own object
     * @param guard calls it
     * @param templates all templates of its jar, name to text
     * @throws KubefateException PLUGIN_FAILED if the plugin throws or returns null
     */
    LoadedDistribution(FateDistribution distribution, PluginGuard guard, Map<String, String> templates) {
        this.distribution = requireNonNull(distribution, "distribution is null");
        this.guard = requireNonNull(guard, "guard is null");
        this.templates = Map.copyOf(templates);
        this.releases = guard.call("releases", distribution::releases, LoadedDistribution::copyKeys);
        releases.forEach(key -> selectors.put(
                key, guard.call("selectors", () -> distribution.selectors(key), LoadedDistribution::copySelectors)));
        this.defaultEngine = guard.call("defaultEngine", distribution::defaultEngine, UnaryOperator.identity());
        this.modules = guard.call("modules", distribution::modules, List::copyOf);
        this.commonTemplates = guard.call("commonTemplates", distribution::commonTemplates, List::copyOf);
        this.schema = guard.call("schema", distribution::schema, UnaryOperator.identity());
        this.example = guard.call("example", distribution::example, UnaryOperator.identity());
    }

    /** {@return all templates of its jar, by the name below {@code templates/}} */
    public Map<String, String> templates() {
        return templates;
    }

    /** {@return the id of the plugin it comes from} */
    public String pluginId() {
        return guard.pluginId();
    }

    /** {@return the version of the plugin it comes from} */
    public String pluginVersion() {
        return guard.pluginVersion();
    }

    /** {@return the class loader of the plugin, which nothing may hold once the plugin is unloaded} */
    ClassLoader classLoader() {
        return running().getClass().getClassLoader();
    }

    /**
     * The text of a template, only ever from the plugin's own jar.
     *
     * @param name its name below {@code templates/}
     * @return the text, or empty if the jar has none of this name
     */
    public Optional<String> template(String name) {
        return Optional.ofNullable(templates.get(name));
    }

    /**
     * What a caller needs to work with this distribution. It is made at the first call and goes when the plugin is unloaded.
     *
     * @param <T> what it is
     * @param type one object of each type is kept
     * @param make makes it; several threads may do so at a time, and the first result stays
     * @return the same object at every call
     */
    public <T> T keep(Class<T> type, Function<LoadedDistribution, T> make) {
        Object known = kept.get(type);
        if (known != null) {
            return type.cast(known);
        }
        T made = make.apply(this);
        Object first = kept.putIfAbsent(type, made);
        return first == null ? made : type.cast(first);
    }

    @Override
    public Set<ReleaseKey> releases() {
        return releases;
    }

    /** {@return the keys and values of one of {@link #releases()}, sorted; none of another release} */
    @Override
    public Map<String, Set<String>> selectors(ReleaseKey release) {
        return selectors.getOrDefault(release, Map.of());
    }

    @Override
    public boolean defaultEngine() {
        return defaultEngine;
    }

    @Override
    public List<ModuleSpec> modules() {
        return modules;
    }

    @Override
    public List<String> commonTemplates() {
        return commonTemplates;
    }

    @Override
    public String schema() {
        return schema;
    }

    @Override
    public String example() {
        return example;
    }

    @Override
    public List<Problem> validate(ClusterSpec spec) {
        return guard.call("validate", () -> running().validate(complete(spec)), List::copyOf);
    }

    @Override
    public Map<String, Object> model(ClusterSpec spec) {
        return guard.call("model", () -> running().model(complete(spec)), PlainData::copy);
    }

    @Override
    public List<ClusterCheck> checks(ClusterSpec spec) {
        return guard.call("checks", () -> running().checks(complete(spec)), List::copyOf);
    }

    @Override
    public UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
        return guard.call("upgrade", () -> running().upgrade(from, to), UnaryOperator.identity());
    }

    /** {@return for example {@code fate v1.5.0 (eggroll) by plugin fate-1.5 3.0.0}} */
    @Override
    public String toString() {
        return releases.stream()
                        .map(ReleaseKey::toString)
                        .reduce((one, next) -> one + ", " + next)
                        .orElse("") + " by plugin " + pluginId() + " " + pluginVersion();
    }

    /** Lets the plugin's object go. From now on every call that would need it fails. */
    void retire() {
        distribution = null;
        kept.clear();
    }

    private ClusterSpec complete(ClusterSpec spec) {
        return keep(SchemaDefaults.class, loaded -> new SchemaDefaults(loaded.schema()))
                .complete(spec);
    }

    private FateDistribution running() {
        FateDistribution running = distribution;
        if (running == null) {
            throw new UnusableResult("it was unloaded meanwhile");
        }
        return running;
    }

    private static Map<String, Set<String>> copySelectors(Map<String, Set<String>> selectors) {
        Map<String, Set<String>> copy = new TreeMap<>();
        selectors.forEach((key, values) -> copy.put(key, Collections.unmodifiableSortedSet(new TreeSet<>(values))));
        return Collections.unmodifiableMap(copy);
    }

    private static Set<ReleaseKey> copyKeys(Set<ReleaseKey> keys) {
        Set<ReleaseKey> copy = new LinkedHashSet<>();
        keys.forEach(key -> copy.add(requireNonNull(key, "a release is null")));
        return Collections.unmodifiableSet(copy);
    }
}
