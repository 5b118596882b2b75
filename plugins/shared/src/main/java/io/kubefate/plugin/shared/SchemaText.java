package io.kubefate.plugin.shared;

import java.util.HashMap;
import java.util.Map;

/** A JSON schema that is composed of several files in the plugin's jar. */
public final class SchemaText {

    private static final String INCLUDE = "\"$include\"";

    /** The members of the objects that were included, by the name of their file: some are included many times. */
    private final Map<String, String> members = new HashMap<>();

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
        return new SchemaText().whole(name);
    }

    private String whole(String name) {
        String text = Resource.text(name);
        StringBuilder whole = new StringBuilder();
        int copied = 0;
        for (int include = text.indexOf(INCLUDE); include >= 0; include = text.indexOf(INCLUDE, copied)) {
            int begin = text.indexOf('"', include + INCLUDE.length()) + 1;
            int end = text.indexOf('"', begin);
            whole.append(text, copied, include).append(members(text.substring(begin, end)));
            copied = end + 1;
        }
        return whole.append(text, copied, text.length()).toString();
    }

    private String members(String name) {
        String known = members.get(name);
        if (known != null) {
            return known;
        }
        String object = whole(name);
        String found = object.substring(object.indexOf('{') + 1, object.lastIndexOf('}'))
                .strip();
        members.put(name, found);
        return found;
    }
}
