package io.kubefate.planning.manifest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses Kubernetes quantities: {@code 500m}, {@code 2Gi}, {@code 1e3}. */
public final class Quantities {

    private static final Pattern QUANTITY = Pattern.compile(
            "([+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30}))(?:[eE]([+-]?\\d{1,2})|([a-zA-Z]{1,2}))?");

    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("n", BigDecimal.valueOf(1, 9)),
            Map.entry("u", BigDecimal.valueOf(1, 6)),
            Map.entry("m", BigDecimal.valueOf(1, 3)),
            Map.entry("k", BigDecimal.valueOf(1_000)),
            Map.entry("M", BigDecimal.valueOf(1_000_000)),
            Map.entry("G", BigDecimal.TEN.pow(9)),
            Map.entry("T", BigDecimal.TEN.pow(12)),
            Map.entry("P", BigDecimal.TEN.pow(15)),
            Map.entry("E", BigDecimal.TEN.pow(18)),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
            Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    private Quantities() {}

    /**
     * Returns the amount in cores, bytes or units.
     *
     * @param quantity text or number; null counts as 0
     * @return the amount; 0 for an invalid quantity
     */
    public static BigDecimal amount(Object quantity) {
        Matcher matcher = QUANTITY.matcher(Objects.toString(quantity, "0"));
        if (!matcher.matches()) {
            return BigDecimal.ZERO;
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (matcher.group(2) != null) {
            return number.scaleByPowerOfTen(Integer.parseInt(matcher.group(2)));
        }
        return matcher.group(3) == null
                ? number
                : number.multiply(UNITS.getOrDefault(matcher.group(3), BigDecimal.ZERO));
    }
}
