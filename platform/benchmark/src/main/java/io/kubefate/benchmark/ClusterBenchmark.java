package io.kubefate.benchmark;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.planning.plan.LiveState;
import io.kubefate.planning.plan.Mask;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.planning.spec.SpecDocument;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.service.spec.PluginReleases;
import io.kubefate.server.service.spec.ServedRelease;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures what the service does with the cluster.yaml of a request, except the rendering, with the example of FATE 1.5. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ClusterBenchmark {

    private static final String EXAMPLE = "party-9999/cluster";

    private final SpecReader reader = new SpecReader();
    private final String text = Distribution.text(EXAMPLE);
    private final SpecDocument document = reader.read(text);
    private PluginHost host;
    private ServedRelease served;
    private Owner owner;
    private List<Manifest> objects;
    private List<Map<String, Object>> answer;

    /** Loads the plugins, and renders the example. */
    @Setup
    public void load() {
        host = Distribution.host();
        host.apply(Distribution.plugins());
        served = new PluginReleases(host::use).select(document.spec());
        owner = new Owner("id", document.spec().name(), document.spec().namespace());
        objects = served.renderer().objects(document.spec());
        answer = objects.stream().map(Manifest::content).toList();
    }

    /** Unloads the plugins. */
    @TearDown
    public void unload() {
        served.close();
        host.close();
    }

    /** Returns the parsed example. */
    @Benchmark
    public SpecDocument parse() {
        return reader.read(text);
    }

    /** Returns its problems: there are none. */
    @Benchmark
    public List<LocatedProblem> validate() {
        return served.validator()
                .validate(
                        document,
                        served.renderer().distribution(),
                        served.renderer().plugin());
    }

    /** Returns the plan of an installation into an empty namespace. */
    @Benchmark
    public Plan plan() {
        return Planner.careful(owner).plan(objects, Inventory.NONE, new LiveState(List.of(), Map.of()));
    }

    /** Returns a mask for the passwords of the cluster. */
    @Benchmark
    public Mask findPasswords() {
        return Mask.of(List.of(document.spec().values()), objects);
    }

    /** Returns the objects without passwords. */
    @Benchmark
    public Object mask() {
        return findPasswords().content(answer);
    }
}
