package io.kubefate.planning.spec;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles the patterns of schemas with RE2, which matches in a time that is linear in the length of the text, whatever the
 * pattern. The patterns of {@code java.util.regex} can take hours, or overflow the stack.
 */
final class LinearPatterns implements RegularExpressionFactory {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|.)", Pattern.DOTALL);

    /**
     * Compiles a pattern.
     *
     * @throws com.google.re2j.PatternSyntaxException if it is invalid, or needs backtracking: look-ahead, look-behind and
     *     back-references
     */
    @Override
    public RegularExpression getRegularExpression(String regex) {
        com.google.re2j.Pattern pattern = com.google.re2j.Pattern.compile(asRe2(regex));
        return text -> pattern.matcher(text).find();
    }

    /** Translates the escape of a character by its number, for example that of a control character. */
    private static String asRe2(String regex) {
        return ESCAPE.matcher(regex)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null ? escape.group() : "\\x{" + escape.group(1) + "}"));
    }
}
