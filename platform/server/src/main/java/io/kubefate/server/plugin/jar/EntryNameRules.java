package io.kubefate.server.plugin.jar;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** Checks the names of a jar's entries. Accepts only plain relative paths, which all readers of jars interpret in the same way. */
final class EntryNameRules {

    private static final String BUILD_AGAIN = "; build the jar with the JDK's jar or Maven";
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
    /** With this entry, the class loader would read other jars. */
    private static final String INDEX = "META-INF/INDEX.LIST";

    private EntryNameRules() {}

    /**
     * Checks all names of a jar.
     *
     * @param names the names in any order; those of directories end with a slash
     * @throws PluginRejection with the first name that is not accepted
     */
    static void check(Collection<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
            checkPath(path);
            checkReserved(path);
            if (!seen.add(path)) {
                throw new PluginRejection("it has two entries with the name " + printable(path) + BUILD_AGAIN);
            }
        }
    }

    /** Returns whether an entry is part of a signature and so cannot be signed itself; this includes the manifest. */
    static boolean isSignature(String name) {
        return name.equals(JarFile.MANIFEST_NAME) || isSignatureFile(name);
    }

    /** Returns whether an entry is a signature file or signature block, which makes its jar a signed one. */
    static boolean isSignatureFile(String name) {
        return SIGNATURE.matcher(name).matches();
    }

    private static void checkPath(String path) {
        if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
            throw refused(path, "is an absolute path");
        }
        if (path.contains("\\")) {
            throw refused(path, "has a backslash");
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw refused(path, "has a control character");
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw refused(path, "is not a normalized path");
            }
        }
    }

    private static void checkReserved(String path) {
        if (path.equals(INDEX)) {
            throw new PluginRejection(
                    "it has a " + INDEX + ", which can refer to other jars; build it without an index");
        }
        checkSpelling(path, path.split("/", 2)[0], "META-INF");
        checkSpelling(path, path, JarFile.MANIFEST_NAME);
    }

    /** The JDK finds these names in any case, but other readers do not. */
    private static void checkSpelling(String path, String written, String reserved) {
        if (written.equalsIgnoreCase(reserved) && !written.equals(reserved)) {
            throw refused(path, "must be written " + reserved);
        }
    }

    private static PluginRejection refused(String path, String why) {
        return new PluginRejection("its entry " + printable(path) + " " + why + BUILD_AGAIN);
    }

    private static String printable(String name) {
        return name.codePoints()
                .map(character -> Character.isISOControl(character) ? '?' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
