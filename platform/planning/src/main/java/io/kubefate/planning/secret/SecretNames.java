package io.kubefate.planning.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes passwords by the names of fields, variables, options and settings, and by their place in a URL. All patterns take linear
 * time.
 */
public final class SecretNames {

    private static final Pattern NAME =
            Pattern.compile("(?i)passw(?:or)?d|passphrase|pass(?![a-z])|secret_?key|token|credential");

    /** A word before a colon or an equals sign, or an option before its value. It starts where no other word can continue. */
    private static final Pattern SETTING =
            Pattern.compile("(?<![\\w.\"'-])(?:([\\w.\"'-]++)\\s*+[:=]\\s*+|(-[\\w.-]++)[ \\t]++(?=[^\\s-]))");

    /** User and password in a URL. */
    private static final Pattern USER_INFO = Pattern.compile("://[^\\s/:@\"']*+:([^\\s/@\"']++)@");

    private SecretNames() {}

    /**
     * The value of a setting in a text, from its first character to the end of the line, or the password of a URL.
     *
     * @param start the position of its first character
     * @param end the position after its last character
     */
    public record Value(int start, int end) {}

    /** Returns whether the name of a field, variable or setting is password-like. */
    public static boolean isSecret(String name) {
        return NAME.matcher(name).find();
    }

    /** Returns whether an argument of a command is an option whose value, the next argument, is a password. */
    public static boolean isSecretOption(String argument) {
        return argument.startsWith("-") && argument.indexOf('=') < 0 && isSecret(argument);
    }

    /** Returns the passwords of the URLs in a text, in the order of the text. */
    public static List<Value> inUrls(String text) {
        return USER_INFO
                .matcher(text)
                .results()
                .map(url -> new Value(url.start(1), url.end(1)))
                .toList();
    }

    /** Returns the values of the settings in a text that have a password-like name, in the order of the text. */
    public static List<Value> values(String text) {
        List<Value> values = new ArrayList<>();
        Matcher setting = SETTING.matcher(text);
        for (int from = 0; setting.find(from); ) {
            String name = setting.group(1) == null ? setting.group(2) : setting.group(1);
            from = setting.end();
            if (from < text.length() && isSecret(name)) {
                int end = text.indexOf('\n', from);
                values.add(new Value(from, end < 0 ? text.length() : end));
            }
        }
        return values;
    }
}
