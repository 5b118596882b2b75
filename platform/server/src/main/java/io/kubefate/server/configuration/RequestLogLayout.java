package io.kubefate.server.configuration;

import ch.qos.logback.access.common.spi.IAccessEvent;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.layout.DiscoverableLayoutFactory;
import io.dropwizard.logging.json.AccessAttribute;
import io.dropwizard.logging.json.AccessJsonLayoutBaseFactory;
import io.dropwizard.request.logging.layout.LogbackAccessRequestLayout;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.Set;
import java.util.TimeZone;

/**
 * The layout of the request log. It has no query strings, because they can contain a token.
 *
 * @param pattern of a line of text
 */
@JsonTypeName("requestLog")
public record RequestLogLayout(
        @NotNull LogFormat format, @NotNull String pattern) implements DiscoverableLayoutFactory<IAccessEvent> {

    @Override
    public LayoutBase<IAccessEvent> build(LoggerContext context, TimeZone zone) {
        return switch (format) {
            case TEXT -> text(context, zone);
            case JSON -> json(context, zone);
        };
    }

    private LayoutBase<IAccessEvent> text(LoggerContext context, TimeZone zone) {
        LogbackAccessRequestLayout layout = new LogbackAccessRequestLayout(context, zone);
        layout.setPattern(pattern);
        return layout;
    }

    private static LayoutBase<IAccessEvent> json(LoggerContext context, TimeZone zone) {
        AccessJsonLayoutBaseFactory json = new AccessJsonLayoutBaseFactory();
        json.setTimestampFormat(LogLayout.TIMESTAMP);
        json.setIncludes(EnumSet.of(
                AccessAttribute.TIMESTAMP,
                AccessAttribute.REMOTE_ADDRESS,
                AccessAttribute.METHOD,
                AccessAttribute.REQUEST_URI,
                AccessAttribute.STATUS_CODE,
                AccessAttribute.CONTENT_LENGTH,
                AccessAttribute.REQUEST_TIME));
        json.setResponseHeaders(Set.of("X-Request-Id"));
        return json.build(context, zone);
    }
}
