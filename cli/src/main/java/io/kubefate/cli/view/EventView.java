package io.kubefate.cli.view;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterEvent;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Timestamps;
import java.util.List;

/** Kubernetes events of a cluster. */
public record EventView(Timestamps timestamps) {

    public EventView {
        requireNonNull(timestamps, "timestamps is null");
    }

    public String list(List<ClusterEvent> events) {
        Table table = new Table("TIME", "TYPE", "REASON", "MODULE", "OBJECT", "COUNT", "MESSAGE");
        events.forEach(event -> table.row(cells(event)));
        return table.text();
    }

    /** {@return the event without padding, because the width of later events is unknown} */
    public String line(ClusterEvent event) {
        return new Table().row(cells(event)).text().stripTrailing() + "\n";
    }

    private String[] cells(ClusterEvent event) {
        return new String[] {
            timestamps.format(event.time()),
            event.type(),
            event.reason(),
            event.module(),
            event.object(),
            String.valueOf(event.count()),
            event.message().replace('\n', ' ')
        };
    }
}
