package io.kubefate.server.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {

    @Test
    void appliesWhileATaskRuns() {
        LogContext.ofRequest("r-1").run(() -> {
            LogContext.ofJob("j-1")
                    .run(() -> assertThat(MDC.getCopyOfContextMap())
                            .containsEntry("request", "r-1")
                            .containsEntry("job", "j-1"));

            assertThat(MDC.getCopyOfContextMap()).containsOnlyKeys("request");
        });

        assertThat(LogContext.current()).isEqualTo(new LogContext(Map.of()));
    }

    @Test
    void isCarriedToTheThreadsOfConcurrentCalls() {
        ExecutorService executor = Threads.growing("test");
        try {
            List<Optional<String>> ids = LogContext.ofRequest("r-1")
                    .call(() -> new Parallel(executor).map(List.of(1, 2), item -> LogContext.requestId()));

            assertThat(ids).containsExactly(Optional.of("r-1"), Optional.of("r-1"));
            assertThat(LogContext.ofRequest("r-2")
                            .call(() -> ParallelCall.start(LogContext::requestId))
                            .result())
                    .hasValue("r-2");
        } finally {
            executor.shutdownNow();
        }
    }
}
