package io.kubefate.plugin.shared;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JSON schema that is composed of several files in the plugin's jar. */
public final class SchemaText {

    private static final Pattern INCLUDE = Pattern.compile("\"\\$include\"\\s*:\\s*\"([^\"]+)\"");

    private SchemaText() {}

    /**
     * Reads a file and replaces each {@code "$include": "name"} with the members of the object in the file of this name, which may
     * include others.
     *
     * @param name its path from the root of the jar, for example {@code schema.json}
     * @return the JSON text
     * @throws IllegalStateException if the jar has no such file
     */
    public static String of(String name) {
        return INCLUDE.matcher(Resource.text(name)).replaceAll(SchemaText::members);
    }

    private static String members(MatchResult include) {
        String object = of(include.group(1));
        String members = object.substring(object.indexOf('{') + 1, object.lastIndexOf('}'));
        return Matcher.quoteReplacement(members.strip());
    }
}
