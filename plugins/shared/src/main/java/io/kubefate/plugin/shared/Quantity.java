package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes quantities, for example {@code 500m} or {@code 1.5Gi}. */
public final class Quantity {

    private static final Pattern TEXT = Pattern.compile("([0-9.]+)([A-Za-z]*)");
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("m", new BigDecimal("0.001")),
            Map.entry("", BigDecimal.ONE),
            Map.entry("k", BigDecimal.TEN.pow(3)),
            Map.entry("M", BigDecimal.TEN.pow(6)),
            Map.entry("G", BigDecimal.TEN.pow(9)),
            Map.entry("T", BigDecimal.TEN.pow(12)),
            Map.entry("P", BigDecimal.TEN.pow(15)),
            Map.entry("E", BigDecimal.TEN.pow(18)),
            Map.entry("Ki", new BigDecimal(1L << 10)),
            Map.entry("Mi", new BigDecimal(1L << 20)),
            Map.entry("Gi", new BigDecimal(1L << 30)),
            Map.entry("Ti", new BigDecimal(1L << 40)),
            Map.entry("Pi", new BigDecimal(1L << 50)),
            Map.entry("Ei", new BigDecimal(1L << 60)));

    private Quantity() {}

    /**
     * Reads a quantity.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param keys where, as in {@link ClusterSpec#find}
     * @return cores or bytes; empty if it is absent, null, empty text or not a quantity
     */
    public static Optional<BigDecimal> find(ClusterSpec spec, String... keys) {
        return spec.text(keys).flatMap(Quantity::parse);
    }

    /**
     * Reads a quantity.
     *
     * @param text for example {@code 500m} or {@code 1.5Gi}
     * @return cores or bytes; empty if it is not a quantity
     */
    public static Optional<BigDecimal> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || !UNITS.containsKey(matcher.group(2))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(matcher.group(1)).multiply(UNITS.get(matcher.group(2))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
