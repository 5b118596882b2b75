package io.kubefate.plugin.testing.input;

import io.kubefate.planning.spec.InvalidSpecException;
import io.kubefate.planning.spec.SpecReader;
import java.util.List;

/** Injection texts: they end scalars, start objects, are executed or have another meaning in one of the file types. */
public final class InjectionTexts {

    private static final int LONG = SpecReader.MAX_TEXT;

    private static final List<String> TEXTS = List.of(
            // YAML and JSON
            "a\"b",
            "a'b",
            "a\\b",
            "a\\",
            "a: b",
            "a # b",
            "- a",
            "? a",
            "| ",
            ">",
            "{a: b}",
            "[a]",
            "&a",
            "*a",
            "!!int 3",
            "!a",
            "---",
            "...",
            "--- a",
            "%TAG ! x",
            "@a",
            ", a",
            "a\nb: c",
            "a\n---\nkind: Secret",
            "\"}, \"x\": {\"",
            " a ",
            "\ta",
            // what looks like another type
            "true",
            "no",
            "null",
            "~",
            "NaN",
            ".inf",
            "1e3",
            "0x1f",
            "007",
            "1_000",
            "12:30:45",
            "2020-11-13",
            "9007199254740993",
            // templates, shells, Kubernetes' own references
            "${1+1}",
            "<#list 1..9 as i>",
            "{{ .Values.x }}",
            "$(HOSTNAME)",
            "$$",
            "`id`",
            "; id #",
            "' && id '",
            "a|b>c",
            "%s",
            // SQL, properties, JDBC and paths
            "'; DROP TABLE t; --",
            "a`b",
            "a=b",
            "a\\u0041",
            "a?b=c&d=e",
            "../../etc",
            "<a/>",
            "a\r\nb",
            // characters that some reader drops, splits lines at or refuses
            "a\u0000b",
            "a\u0007b",
            "a\u007fb",
            "a\u0085b",
            "a\u2028b",
            "\ufeffa",
            "a\ud800b",
            "\udc00a",
            "\ud83d\ude00",
            "\u202eab",
            // long, in one word and in many lines
            "a".repeat(LONG),
            "a\n".repeat(LONG / 2));

    private InjectionTexts() {}

    /** {@return the texts, as values and keys; without empty text, which counts as absent} */
    public static List<String> texts() {
        return TEXTS.stream().filter(InjectionTexts::isReadable).toList();
    }

    private static boolean isReadable(String text) {
        try {
            new SpecReader().read("text: " + quoted(text));
            return true;
        } catch (InvalidSpecException e) {
            return false;
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(String.format("\\u%04x", c)));
        return quoted.append('"').toString();
    }
}
