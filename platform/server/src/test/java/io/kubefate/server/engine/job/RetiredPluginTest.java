package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.api.ClusterArgs;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import io.kubefate.server.plugin.DistributionSource;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.PluginJarBuilder;
import io.kubefate.server.plugin.PluginLoaders;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.server.plugin.jar.JarPolicy;
import io.kubefate.server.service.cluster.ClusterPlanner;
import io.kubefate.server.service.cluster.JobIntake;
import io.kubefate.server.service.cluster.ProvisioningService;
import io.kubefate.server.service.cluster.Submission;
import io.kubefate.server.service.spec.PluginReleases;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.service.spec.UpgradeSteps;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job finishes with what its plugin rendered, whatever became of the plugin meanwhile. */
class RetiredPluginTest {

    private static final String CLUSTER = """
        name: demo
        namespace: demo
        chartName: demo
        chartVersion: v1.0.0
        modules: [demo]
        """;

    private final FaultySandbox kubernetes = new FaultySandbox(Duration.ofMillis(50));

    @Test
    void anAcceptedJobNeedsNoPlugin(@TempDir Path folder) throws Exception {
        try (JobBench bench = new JobBench();
                kubernetes;
                PluginHost host = new PluginHost(SpiVersion.CURRENT, SpecValidator::new, JarPolicy.standard())) {
            WeakReference<ClassLoader> plugin = load(host, folder.resolve("demo.jar"));
            JobRecord job = accept(bench, host);

            host.apply(List.of());
            assertThat(PluginLoaders.isCollected(plugin)).isTrue();

            try (JobRunner runner = bench.start(kubernetes)) {
                runner.wake();
                assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
            }
        }
    }

    private static WeakReference<ClassLoader> load(PluginHost host, Path jar) {
        PluginJarBuilder.plugin("demo", "1.0.0")
                .distribution(DistributionSource.demo()
                        .method(
                                "modules",
                                "return List.of(new ModuleSpec(\"demo\", \"\", List.of(\"demo.yaml.ftl\")));"))
                .resource("templates/demo.yaml.ftl", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: ${madeBy}
                    """)
                .build(jar);
        return PluginLoaders.of(host.apply(List.of(jar)), "demo");
    }

    private JobRecord accept(JobBench bench, PluginHost host) {
        SpecIntake specs = new SpecIntake(new PluginReleases(host::use));
        ClusterPlanner planner = new ClusterPlanner(bench.clusters, kubernetes);
        ProvisioningService service = new ProvisioningService(
                bench.clusters,
                specs,
                new UpgradeSteps(bench.clusters, specs),
                planner,
                new JobIntake(bench.clusters, planner, () -> {}, Clock.systemUTC(), JobBench.LIMIT));
        String data = Base64.getEncoder().encodeToString(CLUSTER.getBytes(StandardCharsets.UTF_8));
        ClusterArgs args =
                new ClusterArgs("demo", "demo", "demo", "v1.0.0", false, data, false, null, null, null, null, null);
        return bench.jobs
                .find(service.install(args, Submission.by("tester")).job().uuid())
                .orElseThrow();
    }
}
