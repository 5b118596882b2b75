package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.text.Listing;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Shows a list whenever it changes. A table on a terminal is redrawn in place; elsewhere, the items that are new or have changed are
 * appended, as with kubectl.
 */
public final class ListWatch<T> {

    private final CommandContext context;
    private final OutputFormat format;
    private final Function<List<T>, Listing<T>> view;

    private Map<String, List<String>> shown = Map.of();
    private boolean headerShown;

    public ListWatch(CommandContext context, OutputFormat format, Function<List<T>, Listing<T>> view) {
        this.context = requireNonNull(context, "context is null");
        this.format = requireNonNull(format, "format is null");
        this.view = requireNonNull(view, "view is null");
    }

    /** Returns after the deadline. */
    public void run(Supplier<List<T>> request, Deadline deadline) {
        Watch watch = new Watch(context, deadline);
        if (format.isTable() && context.terminal().interactive()) {
            Screen screen = new Screen(context.out());
            watch.run(request, items -> screen.show(view.apply(items).text(context.layout(format))));
        } else {
            watch.run(request, items -> append(view.apply(items)));
        }
    }

    private void append(Listing<T> listing) {
        Set<T> changed = changed(listing);
        if (format.isTable()) {
            context.print(listing.rows(changed, !headerShown, context.layout(format)));
            headerShown = true;
        } else {
            changed.forEach(item -> context.printItem(format, item, view.apply(List.of(item))));
        }
    }

    private Set<T> changed(Listing<T> listing) {
        Map<String, List<String>> current = new HashMap<>();
        Set<T> changed = new LinkedHashSet<>();
        for (T item : listing.items()) {
            List<String> state = listing.state(item);
            String name = listing.name().apply(item);
            current.put(name, state);
            if (!state.equals(shown.get(name))) {
                changed.add(item);
            }
        }
        shown = current;
        return changed;
    }
}
