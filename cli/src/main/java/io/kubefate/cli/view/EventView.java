package io.kubefate.cli.view;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterEvent;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Timestamps;
import java.util.List;

/** Kubernetes events of a cluster. */
public record EventView(Timestamps timestamps) {

    public EventView {
        requireNonNull(timestamps, "timestamps is null");
    }

    public Listing<ClusterEvent> list(List<ClusterEvent> events) {
        return new Listing<>(events, columns(), ClusterEvent::object);
    }

    /** {@return the event without padding, because the width of later events is unknown} */
    public Display line(ClusterEvent event) {
        String[] cells =
                columns().stream().map(column -> column.cell().apply(event)).toArray(String[]::new);
        return Display.of(event.object(), () -> new Table().row(cells).text().stripTrailing() + "\n");
    }

    private List<Column<ClusterEvent>> columns() {
        return List.of(
                Column.exact("TIME", event -> timestamps.format(event.time())),
                Column.status("TYPE", ClusterEvent::type),
                Column.exact("REASON", ClusterEvent::reason),
                Column.exact("MODULE", ClusterEvent::module),
                Column.exact("OBJECT", ClusterEvent::object),
                Column.exact("COUNT", event -> String.valueOf(event.count())),
                Column.text("MESSAGE", event -> event.message().replace('\n', ' ')));
    }
}
