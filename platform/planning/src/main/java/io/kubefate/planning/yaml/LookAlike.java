package io.kubefate.planning.yaml;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A character that people mistake for one of ASCII, such as the full-width colon of Chinese input methods, or that they do not see.
 *
 * @param codePoint outside of ASCII
 * @param ascii what to write instead; empty to remove it
 */
record LookAlike(int codePoint, String ascii) {

    /** Characters without a compatibility decomposition in Unicode. */
    private static final Map<Integer, String> OTHERS = Map.ofEntries(
            Map.entry(0x3001, ","), // 、
            Map.entry(0x3002, "."), // 。
            Map.entry(0x2010, "-"), // ‐
            Map.entry(0x2011, "-"), // ‑
            Map.entry(0x2012, "-"), // ‒
            Map.entry(0x2013, "-"), // –
            Map.entry(0x2014, "-"), // —
            Map.entry(0x2212, "-"), // −
            Map.entry(0x2236, ":"), // ∶
            Map.entry(0xA789, ":"), // ꞉
            Map.entry(0x2018, "'"), // ‘
            Map.entry(0x2019, "'"), // ’
            Map.entry(0x201C, "\""), // “
            Map.entry(0x201D, "\""), // ”
            Map.entry(0x201E, "\""), // „
            Map.entry(0x3010, "["), // 【
            Map.entry(0x3011, "]"), // 】
            Map.entry(0x0085, ""), // next line
            Map.entry(0x2028, ""), // line separator
            Map.entry(0x2029, "")); // paragraph separator

    static Optional<LookAlike> of(int codePoint) {
        if (codePoint < 0x80) {
            return Optional.empty();
        }
        return ascii(codePoint).map(ascii -> new LookAlike(codePoint, ascii));
    }

    private static Optional<String> ascii(int codePoint) {
        if (Character.getType(codePoint) == Character.FORMAT) {
            return Optional.of("");
        }
        if (Character.getType(codePoint) == Character.SPACE_SEPARATOR) {
            return Optional.of(" ");
        }
        return Optional.ofNullable(OTHERS.get(codePoint)).or(() -> decomposition(codePoint));
    }

    private static Optional<String> decomposition(int codePoint) {
        String compatible = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        boolean ascii = compatible.length() == 1 && compatible.charAt(0) > ' ' && compatible.charAt(0) < 0x7F;
        return ascii ? Optional.of(compatible) : Optional.empty();
    }

    boolean isColon() {
        return ascii.equals(":");
    }

    boolean isInvisible() {
        return ascii.isBlank();
    }

    boolean isQuotationMark() {
        return ascii.equals("'") || ascii.equals("\"");
    }

    /** Returns what the character is and what to write instead. */
    String advice() {
        if (ascii.isEmpty()) {
            return "U+%04X is an invisible %s; remove it".formatted(codePoint, name());
        }
        if (ascii.equals(" ")) {
            return "U+%04X is an invisible %s; write a normal space".formatted(codePoint, name());
        }
        String instead = ascii.equals(":") || ascii.equals(",") ? ascii + " " : ascii;
        String article = "aeiou".indexOf(name().charAt(0)) < 0 ? "a" : "an";
        return "'%s' is %s %s; write '%s'".formatted(Character.toString(codePoint), article, name(), instead);
    }

    private String name() {
        if (codePoint == 0xFEFF) {
            return "byte order mark";
        }
        String name = Optional.ofNullable(Character.getName(codePoint)).orElse("character");
        return name.replace("FULLWIDTH", "FULL-WIDTH").toLowerCase(Locale.ROOT);
    }
}
