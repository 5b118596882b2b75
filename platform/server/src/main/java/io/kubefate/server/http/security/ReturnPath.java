package io.kubefate.server.http.security;

import java.util.regex.Pattern;

/** Where the console continues after a login: one of its pages, never another address. */
final class ReturnPath {

    private static final String START = "/";

    private static final String CHARACTER = "(?:[\\w.~!$&'()*+,;=:@?-]|%[0-9A-Fa-f]{2})";

    /** A second slash, or a backslash, would name another host. */
    private static final Pattern PAGE =
            Pattern.compile("/(?!v1(?:[/?]|$))" + CHARACTER + "(?:/|" + CHARACTER + "){0,1000}");

    private ReturnPath() {}

    /** {@return the path, or that of the first page in place of anything else} */
    static String safe(String path) {
        return PAGE.matcher(path).matches() ? path : START;
    }
}
