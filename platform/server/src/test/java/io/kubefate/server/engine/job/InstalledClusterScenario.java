package io.kubefate.server.engine.job;

import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import io.kubefate.server.store.job.JobRecord;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A cluster of two modules that was installed in a sandbox, and a runner that waits for more. */
abstract class InstalledClusterScenario {

    static final String NAME = "fate-9999";

    final FaultySandbox kubernetes = new FaultySandbox(Duration.ofMillis(10));
    JobBench bench;
    JobRunner runner;
    JobRecord install;

    @BeforeEach
    void install() {
        bench = new JobBench();
        install = bench.install(JobBench.objects(NAME, "a:1", "b:1"), JobBench.Ask.of(NAME));
        runner = bench.start(kubernetes);
        bench.ended(install);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
        kubernetes.close();
    }
}
