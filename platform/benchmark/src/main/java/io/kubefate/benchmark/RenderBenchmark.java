package io.kubefate.benchmark;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.service.spec.PluginReleases;
import io.kubefate.server.service.spec.ServedRelease;
import io.kubefate.spi.ClusterSpec;
import java.util.LinkedHashMap;
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

/** Measures the rendering of a parsed cluster.yaml of each release. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RenderBenchmark {

    /** The example to render. */
    @Param({
        "party-9999/cluster",
        "party-9999/cluster-spark",
        "party-9999/cluster-1.11",
        "party-9999/cluster-1.11-spark",
        "party-9999/cluster-2.0",
        "party-9999/cluster-2.0-spark",
        "party-9999/cluster-2.2",
        "party-9999/cluster-serving",
        "party-9999/cluster-serving-2.1",
        "exchange/cluster",
        "exchange/cluster-1.11",
        "exchange/cluster-2.2"
    })
    public String example;

    private PluginHost host;
    private ServedRelease served;
    private ClusterSpec spec;
    private int number;

    /** Loads the plugins. */
    @Setup
    public void load() {
        host = Distribution.host();
        host.apply(Distribution.plugins());
        spec = Distribution.example(example);
        served = new PluginReleases(host::use).select(spec);
    }

    /** Unloads them. */
    @TearDown
    public void unload() {
        served.close();
        host.close();
    }

    /** Returns the objects of the example, which was rendered a moment before. */
    @Benchmark
    public List<Manifest> render() {
        return served.renderer().objects(spec);
    }

    /** Returns the objects of the example in a namespace that was never seen: no text is known. */
    @Benchmark
    public List<Manifest> renderNew() {
        Map<String, Object> values = new LinkedHashMap<>(spec.values());
        values.put("namespace", "fate-" + number++);
        return served.renderer().objects(new ClusterSpec(values));
    }
}
