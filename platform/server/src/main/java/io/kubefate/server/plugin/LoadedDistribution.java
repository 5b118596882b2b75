package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.server.plugin.PluginGuard.UnusableResult;
import io.kubefate.spi.ClusterCheck;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.FederationMember;
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
 * A plugin's distribution as the rest of the host uses it. Values that do not depend on a cluster.yaml are read once and cannot
 * fail later. All other calls return an unmodifiable copy, or throw {@link KubefateException} with the code PLUGIN_FAILED and a
 * message that names the plugin, whatever the plugin throws. Thread-safe.
 */
public final class LoadedDistribution implements FateDistribution {

    /** Null after the plugin is unloaded, so that users of this object do not keep its classes in memory. */
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
     * Reads all constant values of a distribution.
     *
     * @param distribution the plugin's object
     * @param guard calls the plugin
     * @param templates all templates of the jar, name to text
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

    /** Returns all templates of the jar by the name below {@code templates/}. */
    public Map<String, String> templates() {
        return templates;
    }

    public String pluginId() {
        return guard.pluginId();
    }

    public String pluginVersion() {
        return guard.pluginVersion();
    }

    /** Returns the class loader of the plugin, which must not be referenced after the plugin is unloaded. */
    ClassLoader classLoader() {
        return running().getClass().getClassLoader();
    }

    /**
     * Returns the text of a template in the plugin's own jar.
     *
     * @param name the name below {@code templates/}
     * @return the text, or empty if the jar has no such template
     */
    public Optional<String> template(String name) {
        return Optional.ofNullable(templates.get(name));
    }

    /**
     * Caches an object for this distribution. The first call creates it; unloading the plugin removes it.
     *
     * @param <T> the type of the object
     * @param type the key; there is one object of each type
     * @param make creates the object; may run concurrently, the first result is kept
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

    /** Returns the keys and values of one of {@link #releases()}, sorted; empty for other releases. */
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
    public Optional<FederationMember> federation(ClusterSpec spec) {
        return guard.call("federation", () -> running().federation(complete(spec)), UnaryOperator.identity());
    }

    @Override
    public UpgradePath upgrade(ReleaseKey from, ReleaseKey to) {
        return guard.call("upgrade", () -> running().upgrade(from, to), UnaryOperator.identity());
    }

    @Override
    public Map<String, Object> specOf(Map<String, Object> values) {
        return guard.call("specOf", () -> running().specOf(PlainData.copy(values)), PlainData::copy);
    }

    /** Returns for example {@code fate v1.5.0 (eggroll) by plugin fate-1.5 3.0.0}. */
    @Override
    public String toString() {
        return releases.stream()
                        .map(ReleaseKey::toString)
                        .reduce((one, next) -> one + ", " + next)
                        .orElse("") + " by plugin " + pluginId() + " " + pluginVersion();
    }

    /** Releases the plugin's object. Later calls that need it fail. */
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
            throw new UnusableResult("it has been unloaded");
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
