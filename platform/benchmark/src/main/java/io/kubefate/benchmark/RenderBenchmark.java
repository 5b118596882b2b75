package io.kubefate.benchmark;

import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.planning.plan.LiveState;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.plan.Planner;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.service.spec.PluginReleases;
import io.kubefate.server.service.spec.ServedRelease;
import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures rendering and planning of a parsed cluster.yaml. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RenderBenchmark {

    /** The example to render. */
    @Param({"cluster", "cluster-spark", "cluster-serving"})
    public String example;

    private PluginHost host;
    private ServedRelease served;
    private ClusterSpec spec;
    private Owner owner;

    /** Loads the plugins. */
    @Setup
    public void load() {
        host = Distribution.host();
        host.apply(Distribution.plugins());
        spec = Distribution.example(example);
        served = new PluginReleases(host::use).select(spec);
        owner = new Owner("id", spec.name(), spec.namespace());
    }

    /** Unloads them. */
    @TearDown
    public void unload() {
        served.close();
        host.close();
    }

    /** Returns the plan of an installation into an empty namespace. */
    @Benchmark
    public Plan renderAndPlan() {
        return Planner.careful(owner)
                .plan(served.renderer().objects(spec), Inventory.NONE, new LiveState(List.of(), Map.of()));
    }
}
