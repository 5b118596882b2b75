package io.kubefate.server.configuration;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.DropwizardLayout;
import io.dropwizard.logging.common.layout.DiscoverableLayoutFactory;
import io.dropwizard.logging.json.EventJsonLayoutBaseFactory;
import jakarta.validation.constraints.NotNull;
import java.util.TimeZone;

/**
 * The layout of the log.
 *
 * @param pattern of a line of text
 */
@JsonTypeName("log")
public record LogLayout(@NotNull LogFormat format, @NotNull String pattern)
        implements DiscoverableLayoutFactory<ILoggingEvent> {

    /** RFC 3339. */
    static final String TIMESTAMP = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX";

    @Override
    public LayoutBase<ILoggingEvent> build(LoggerContext context, TimeZone zone) {
        return switch (format) {
            case TEXT -> text(context, zone);
            case JSON -> json(context, zone);
        };
    }

    private LayoutBase<ILoggingEvent> text(LoggerContext context, TimeZone zone) {
        DropwizardLayout layout = new DropwizardLayout(context, zone);
        layout.setPattern(pattern);
        return layout;
    }

    private static LayoutBase<ILoggingEvent> json(LoggerContext context, TimeZone zone) {
        EventJsonLayoutBaseFactory json = new EventJsonLayoutBaseFactory();
        json.setTimestampFormat(TIMESTAMP);
        json.setFlattenMdc(true);
        return json.build(context, zone);
    }
}
