package io.kubefate.plugin.testing;

import io.kubefate.planning.spec.SchemaDefaults;
import io.kubefate.plugin.testing.input.SpecPaths;
import io.kubefate.plugin.testing.object.Quoted;
import io.kubefate.spi.ClusterSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the model of a minimal cluster.yaml with the defaults of the schema, where both have the same path. */
final class DefaultRules {

    private final TestedDistribution tested;

    DefaultRules(TestedDistribution tested) {
        this.tested = tested;
    }

    /** {@return a sentence for each default of the schema that the model does not have} */
    List<String> violations() {
        ClusterSpec minimal = tested.identity();
        Map<String, Object> model = tested.distribution().model(minimal);
        Map<String, Object> complete = new SchemaDefaults(tested.distribution().schema())
                .complete(minimal)
                .valuesWithDefaults();
        return SpecPaths.scalars(complete).stream()
                .filter(path -> path.in(minimal.values()) == null)
                .filter(path -> isScalar(path.in(model)) && !isSame(path.in(complete), path.in(model)))
                .map(path -> path + ": the default in the schema is " + Quoted.value(path.in(complete))
                        + ", but the model of a minimal file has " + Quoted.value(path.in(model))
                        + "; read the default with ClusterSpec.withDefaults()")
                .toList();
    }

    private static boolean isScalar(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** A number may be text in one of them. */
    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return Objects.equals(normal(one), normal(other));
    }

    private static Object normal(@Nullable Object value) {
        String text = String.valueOf(value);
        try {
            return new BigDecimal(text).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
