package io.kubefate.planning.spec;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Resolves the type of unquoted scalars. Only decimal notation is a number: {@code 0123}, {@code 0x1f}, {@code 1_000},
 * {@code 1:30}, {@code 1e5} and {@code 2020-11-13} stay text, other than in YAML 1.1. {@code yes}, {@code no}, {@code on} and
 * {@code off} are booleans, as in KubeFATE.
 */
final class PlainScalars extends Resolver {

    // A limit of 1000 digits is enough for a party id; the time for parsing grows with the square of the digits.
    private static final Pattern WHOLE = Pattern.compile("[-+]?(?:0|[1-9][0-9]{0,999})");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:[0-9]{1,999}\\.[0-9]{0,999}|\\.[0-9]{1,999})");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
        addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
        addImplicitResolver(Tag.FLOAT, DECIMAL, "-+0123456789.");
        addImplicitResolver(Tag.MERGE, MERGE, "<");
        addImplicitResolver(Tag.NULL, NULL, "~nN\0");
        addImplicitResolver(Tag.NULL, EMPTY, null);
    }
}
