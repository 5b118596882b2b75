package io.kubefate.planning.yaml;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Stops at the first key or value beyond the limits, before anything is done with it. */
final class BoundedParser extends ParserImpl {

    private int values;

    BoundedParser(StreamReader reader, LoaderOptions options) {
        super(reader, options);
    }

    /** @throws LimitException with the line, if the event exceeds a limit */
    @Override
    public Event getEvent() {
        Event event = super.getEvent();
        if (event instanceof NodeEvent && ++values > YamlComposer.MAX_VALUES) {
            throw refusal(
                    event,
                    "more than " + YamlComposer.MAX_VALUES + " keys and values; remove those that are not needed");
        }
        if (event instanceof ScalarEvent scalar && scalar.getValue().length() > YamlComposer.MAX_TEXT) {
            throw refusal(event, "a text of more than " + YamlComposer.MAX_TEXT + " characters; shorten it");
        }
        return event;
    }

    private static LimitException refusal(Event event, String message) {
        return new LimitException(new SyntaxProblem(event.getStartMark().getLine() + 1, message));
    }
}
