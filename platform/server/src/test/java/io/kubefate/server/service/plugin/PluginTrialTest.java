package io.kubefate.server.service.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.plugin.DistributionSource;
import io.kubefate.server.plugin.PluginHost;
import io.kubefate.server.plugin.PluginJarBuilder;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.server.plugin.jar.JarPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginTrialTest {

    @TempDir
    Path folder;

    @Test
    void refusesAJarWhoseCodeDoesNotReturn() {
        Path jar = PluginJarBuilder.plugin("stuck", "1.0.0")
                .distribution(DistributionSource.serving("demo.Stuck", "stuck", "v1", "eggroll")
                        .method(
                                "defaultEngine",
                                "while (true) { java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000); }"))
                .build(folder.resolve("stuck.jar"));
        try (PluginHost host =
                new PluginHost(SpiVersion.CURRENT, SpecValidator::new, new JarPolicy(1 << 20, List.of()))) {
            PluginTrial trial = new PluginTrial(host, Duration.ofMillis(300));

            KubefateException refusal =
                    catchThrowableOfType(KubefateException.class, () -> trial.load(jar, Optional.empty()));

            assertThat(refusal.code()).isEqualTo(ErrorCode.PLUGIN_REFUSED);
            assertThat(refusal).hasMessageStartingWith("it did not load within");
            assertThat(host.catalog().loaded()).isEmpty();
        }
    }
}
