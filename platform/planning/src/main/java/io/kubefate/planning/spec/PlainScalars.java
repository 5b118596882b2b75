package io.kubefate.planning.spec;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What an unquoted scalar means. Only what looks decimal is a number: {@code 0123}, {@code 0x1f}, {@code 1_000}, {@code 1:30},
 * {@code 1e5} and {@code 2020-11-13} stay text, whatever YAML 1.1 makes of them. {@code yes}, {@code no}, {@code on} and
 * {@code off} are booleans, as for the earlier KubeFATE.
 */
final class PlainScalars extends Resolver {

    // A thousand digits are enough for a party id; parsing takes time that grows with their square.
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
