package io.kubefate.plugin.shared;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON put together from several files of a jar. */
public final class SchemaText {

    private static final Pattern INCLUDE = Pattern.compile("\"\\$include\"\\s*:\\s*\"([^\"]+)\"");

    private SchemaText() {}

    /**
     * Reads a file whose objects may have members in other files: {@code "$include": "name"} stands for the members of the object in
     * that file, which may include others.
     *
     * @param name its path from the root of the jar, for example {@code schema.json}
     * @return the whole as one JSON text
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
