package io.kubefate.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.api.SubJob;
import io.kubefate.server.configuration.JsonMapping;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the serialization of lists with a hundred rows, as the REST API returns them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ListBenchmark {

    private static final int ROWS = 100;
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> MODULES =
            List.of("client", "clustermanager", "fateboard", "mysql", "nodemanager", "python", "rollsite");

    private final ObjectMapper json = JsonMapping.mapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final ObjectWriter writer = json.writer();
    private final String spec = Distribution.text("party-9999/cluster");
    private final Reply<List<Job>> jobs = new Reply<>(
            "getJobList Success", IntStream.range(0, ROWS).mapToObj(this::job).toList());
    private final Reply<List<Cluster>> clusters = new Reply<>(
            "getClusterList Success",
            IntStream.range(0, ROWS).mapToObj(this::cluster).toList());

    /** Returns a list of jobs. */
    @Benchmark
    public byte[] serializeJobs() throws JsonProcessingException {
        return writer.writeValueAsBytes(jobs);
    }

    /** Returns a list of clusters. */
    @Benchmark
    public byte[] serializeClusters() throws JsonProcessingException {
        return writer.writeValueAsBytes(clusters);
    }

    private Job job(int number) {
        Map<String, SubJob> progress = new TreeMap<>();
        MODULES.forEach(module -> progress.put(module, new SubJob(module, "Success", "Running", "Available", AT, AT)));
        return Job.builder()
                .uuid("00000000-0000-0000-0000-" + number)
                .startTime(AT)
                .endTime(AT)
                .method("ClusterInstall")
                .result("job run Success")
                .status("Success")
                .creator("admin")
                .subJobs(progress)
                .metaData(args())
                .states(MODULES.stream()
                        .map(module -> "2026-01-01 00:00:00: " + module + ": ready")
                        .toList())
                .build();
    }

    private ClusterArgs args() {
        String data = Base64.getEncoder().encodeToString(spec.getBytes(StandardCharsets.UTF_8));
        return ClusterArgs.builder()
                .name("fate-9999")
                .namespace("fate-9999")
                .chartName("fate")
                .chartVersion("v1.5.0")
                .data(data)
                .build();
    }

    private Cluster cluster(int number) {
        return Cluster.builder()
                .uuid("00000000-0000-0000-0000-" + number)
                .name("fate-9999")
                .namespace("fate-9999")
                .chartName("fate")
                .chartVersion("v1.5.0")
                .values(spec)
                .revision(1)
                .status("Running")
                .engine("eggroll")
                .createdAt(AT)
                .updatedAt(AT)
                .build();
    }
}
