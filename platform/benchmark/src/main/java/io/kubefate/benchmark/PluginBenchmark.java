package io.kubefate.benchmark;

import io.kubefate.server.plugin.PluginCatalog;
import io.kubefate.server.plugin.PluginHost;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the loading of plugins in a cold JVM, as at the start of the service, and in a warm one. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PluginBenchmark {

    private final List<Path> jars = Distribution.plugins();
    private PluginHost host;

    /** Creates a host without plugins. */
    @Setup(Level.Invocation)
    public void makeHost() {
        host = Distribution.host();
    }

    /** Unloads its plugins. */
    @TearDown(Level.Invocation)
    public void unload() {
        host.close();
    }

    /** Returns the catalog of all plugins, loaded in a cold JVM. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(10)
    public PluginCatalog loadAllCold() {
        return host.apply(jars);
    }

    /** Returns the catalog of all plugins, loaded in a warm JVM. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 20)
    @Measurement(iterations = 20)
    @Fork(1)
    public PluginCatalog loadAllWarm() {
        return host.apply(jars);
    }
}
