package io.kubefate.plugin.testing.object;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Valid names, labels and quantities, from the documentation of Kubernetes. */
final class Syntax {

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern SERVICE = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern LABEL_PART = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern QUANTITY =
            Pattern.compile("[+-]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?");
    private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");
    private static final Pattern VARIABLE = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");
    private static final Pattern PORT_NAME = Pattern.compile("(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?");
    private static final int MAX_SUBDOMAIN = 253;
    private static final int MAX_PORT = 65535;

    private Syntax() {}

    static boolean isDnsLabel(String text) {
        return DNS_LABEL.matcher(text).matches();
    }

    static boolean isServiceName(String text) {
        return SERVICE.matcher(text).matches();
    }

    static boolean isSubdomain(String text) {
        return text.length() <= MAX_SUBDOMAIN && SUBDOMAIN.matcher(text).matches();
    }

    static boolean isLabelKey(String text) {
        int slash = text.indexOf('/');
        boolean prefixed = slash < 0 || isSubdomain(text.substring(0, slash));
        return prefixed && LABEL_PART.matcher(text.substring(slash + 1)).matches();
    }

    static boolean isLabelValue(Object value) {
        return value instanceof String text
                && (text.isEmpty() || LABEL_PART.matcher(text).matches());
    }

    static boolean isQuantity(@Nullable Object value) {
        return value instanceof Number
                || value instanceof String text && QUANTITY.matcher(text).matches();
    }

    static boolean isConfigKey(String text) {
        return CONFIG_KEY.matcher(text).matches() && !text.equals(".") && !text.equals("..");
    }

    static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches();
    }

    static boolean isPortName(Object value) {
        return value instanceof String text && PORT_NAME.matcher(text).matches();
    }

    static boolean isPort(@Nullable Object value) {
        return value instanceof Integer port && port > 0 && port <= MAX_PORT;
    }

    static boolean isNodePort(Object value) {
        return value instanceof Integer port && port >= 30000 && port <= 32767;
    }
}
