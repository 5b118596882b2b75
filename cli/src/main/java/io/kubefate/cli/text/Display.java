package io.kubefate.cli.text;

import java.util.List;
import java.util.function.Supplier;

/** A value as people read it. */
public interface Display {

    String text(Layout layout);

    /** {@return what to name the value by on the command line; one for each item of a list} */
    List<String> names();

    /** {@return a display of one value} */
    static Display of(String name, Supplier<String> text) {
        return new Display() {

            @Override
            public String text(Layout layout) {
                return text.get();
            }

            @Override
            public List<String> names() {
                return List.of(name);
            }
        };
    }
}
