package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.text.Display;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows a value whenever it changes. A text on a terminal is redrawn in place; elsewhere, each change is appended. */
public final class ValueWatch<T> {

    private final CommandContext context;
    private final OutputFormat format;
    private final Function<T, Display> view;
    private final Function<T, T> state;

    private Optional<T> shown = Optional.empty();

    /**
     * A watch that has not sent a request.
     *
     * @param state the part of a value that changes only if the value changes, unlike the time of its observation
     */
    public ValueWatch(CommandContext context, OutputFormat format, Function<T, Display> view, Function<T, T> state) {
        this.context = requireNonNull(context, "context is null");
        this.format = requireNonNull(format, "format is null");
        this.view = requireNonNull(view, "view is null");
        this.state = requireNonNull(state, "state is null");
    }

    /** Returns after the deadline. */
    public void run(Supplier<T> request, Deadline deadline) {
        Watch watch = new Watch(context, deadline);
        if (format.isTable() && context.terminal().interactive()) {
            Screen screen = new Screen(context.out());
            watch.run(request, value -> screen.show(view.apply(value).text(context.layout(format))));
        } else {
            watch.run(request, this::append);
        }
    }

    private void append(T value) {
        Optional<T> current = Optional.of(state.apply(value));
        if (!current.equals(shown)) {
            context.printItem(format, value, view.apply(value));
            shown = current;
        }
    }
}
