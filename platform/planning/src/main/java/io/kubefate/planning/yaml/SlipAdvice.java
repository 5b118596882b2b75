package io.kubefate.planning.yaml;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Explains what was probably mistyped in a key or value that is valid YAML, but not what a program expects. */
public final class SlipAdvice {

    static final String SPACE_AFTER_COLON = "write a space after ':'";
    private static final String SPACE_AFTER_DASH = "write a space after '-'";

    /** A key and a colon within text; not that of a URL, and not the tag of an image, which follows no blank. */
    private static final Pattern KEY_IN_TEXT = Pattern.compile("\\s[A-Za-z_][\\w.-]{0,60}:(?!//|\\s|$)");

    private SlipAdvice() {}

    /** Returns the position of the first colon, or of a character that looks like one; -1 if there is none. */
    public static int colon(String key) {
        return IntStream.range(0, key.length())
                .filter(i -> key.charAt(i) == ':'
                        || LookAlike.of(key.charAt(i))
                                .filter(LookAlike::isColon)
                                .isPresent())
                .findFirst()
                .orElse(-1);
    }

    /** Explains a key that a map does not have. */
    public static Optional<String> ofKey(String key) {
        return key.indexOf(':') >= 0 ? Optional.of(SPACE_AFTER_COLON) : ofCharacters(key);
    }

    /** Explains text where something else is expected. */
    public static Optional<String> ofText(String text) {
        return ofCharacters(text)
                .or(() -> KEY_IN_TEXT.matcher(text).find() ? Optional.of(SPACE_AFTER_COLON) : Optional.empty());
    }

    /** Explains text where a map is expected. */
    public static Optional<String> ofMap(String text) {
        return ofCharacters(text).or(() -> text.indexOf(':') > 0 ? Optional.of(SPACE_AFTER_COLON) : Optional.empty());
    }

    /** Explains text where a list is expected. */
    public static Optional<String> ofList(String text) {
        boolean dash = text.startsWith("-") && text.length() > 1;
        return ofCharacters(text).or(() -> dash ? Optional.of(SPACE_AFTER_DASH) : Optional.empty());
    }

    private static Optional<String> ofCharacters(String text) {
        if (TemplateExpression.find(text, 0) >= 0) {
            return Optional.of(TemplateExpression.ADVICE);
        }
        if (text.contains("${")) {
            return Optional.of("'${' begins a variable that was not replaced; write its value");
        }
        return text.chars()
                .mapToObj(LookAlike::of)
                .flatMap(Optional::stream)
                .findFirst()
                .map(LookAlike::advice);
    }
}
