package io.kubefate.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layout of the shipped configuration. */
class LogLayoutTest {

    private final LoggerContext context = new LoggerContext();

    @Test
    void aLineHasTheIdOfItsRequest() throws IOException {
        assertThat(text(event("cluster {} is installed", "alpha", Map.of("request", "r-1"))))
                .isEqualTo("2026-11-29T12:00:00.123Z INFO  [worker] io.kubefate.Test request=r-1:"
                        + " cluster alpha is installed\n");
        assertThat(text(event("started", "", Map.of()))).contains("io.kubefate.Test: started\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u001b[2K", "\0"})
    void noTextOfAUserCanForgeALine(String control) throws IOException {
        String name = "alpha" + control + "2026-11-29T12:00:00.123Z INFO";

        assertThat(text(event("cluster {} is unknown", name, Map.of())).lines()).hasSize(1);
        assertThat(text(event("cluster {} is unknown", name, Map.of()))).doesNotContain("\u001b", "\0");
    }

    @Test
    void everyFurtherLineOfAStackTraceIsMarked() throws IOException {
        LoggingEvent event = event("failed", "", Map.of());
        event.setThrowableProxy(new ThrowableProxy(
                new IllegalStateException("no\n2026-11-29T12:00:00.123Z INFO forged", new IOException("a\rb"))));

        assertThat(text(event).lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("! "));
    }

    @Test
    void aLineCanBeJson() throws IOException {
        LoggingEvent event = event("cluster {} is unknown", "a\nb", Map.of("request", "r-1", "job", "j-1"));
        event.setThrowableProxy(new ThrowableProxy(new IllegalStateException("no\nway")));

        String line = layout(LogFormat.JSON).doLayout(event);
        JsonNode json = new ObjectMapper().readTree(line);

        assertThat(line.strip().lines()).hasSize(1);
        assertThat(json.at("/timestamp").asText()).isEqualTo("2026-11-29T12:00:00.123Z");
        assertThat(json.at("/level").asText()).isEqualTo("INFO");
        assertThat(json.at("/request").asText()).isEqualTo("r-1");
        assertThat(json.at("/job").asText()).isEqualTo("j-1");
        assertThat(json.at("/message").asText()).isEqualTo("cluster a\nb is unknown");
        assertThat(json.at("/exception").asText()).contains("IllegalStateException");
    }

    private String text(LoggingEvent event) throws IOException {
        return layout(LogFormat.TEXT).doLayout(event);
    }

    private LayoutBase<ILoggingEvent> layout(LogFormat format) throws IOException {
        JsonNode settings = new ObjectMapper(new YAMLFactory()).readTree(new File("../../deploy/conf/kubefate.yaml"));
        String pattern = settings.at("/logging/appenders/0/layout/pattern").asText();
        LayoutBase<ILoggingEvent> layout = new LogLayout(format, pattern).build(context, TimeZone.getTimeZone("UTC"));
        layout.start();
        return layout;
    }

    private LoggingEvent event(String message, String argument, Map<String, String> mdc) {
        Logger logger = context.getLogger("io.kubefate.Test");
        LoggingEvent event = new LoggingEvent(
                "", logger, Level.INFO, message, null, argument.isEmpty() ? null : new Object[] {argument});
        event.setInstant(Instant.parse("2026-11-29T12:00:00.123Z"));
        event.setThreadName("worker");
        event.setMDCPropertyMap(mdc);
        return event;
    }
}
