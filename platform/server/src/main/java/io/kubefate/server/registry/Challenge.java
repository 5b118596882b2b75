package io.kubefate.server.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registry's request for authentication in the header {@code WWW-Authenticate} (RFC 9110, 11.6.1).
 *
 * @param scheme in lower case, for example {@code bearer}
 * @param parameters by their names in lower case, for example {@code realm}
 */
record Challenge(String scheme, Map<String, String> parameters) {

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
    private static final Pattern NEXT = Pattern.compile("\\G[\\s,]*+(?:(?<name>" + TOKEN
            + ")\\s*+=\\s*+(?:\"(?<quoted>[^\"]*+)\"|(?<bare>" + TOKEN + "))|(?<scheme>" + TOKEN + ")(?!\\s*+=))");

    /** Returns the preferred supported challenge: bearer before basic. */
    static Optional<Challenge> best(List<String> headers) {
        List<Challenge> offered =
                headers.stream().flatMap(header -> read(header).stream()).toList();
        return find(offered, "bearer").or(() -> find(offered, "basic"));
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static Optional<Challenge> find(List<Challenge> offered, String scheme) {
        return offered.stream()
                .filter(challenge -> challenge.scheme().equals(scheme))
                .findFirst();
    }

    /** One header can contain several challenges; reading stops at invalid text. */
    private static List<Challenge> read(String header) {
        List<Challenge> challenges = new ArrayList<>();
        Matcher next = NEXT.matcher(header);
        while (next.find()) {
            if (next.group("scheme") != null) {
                challenges.add(new Challenge(next.group("scheme").toLowerCase(Locale.ROOT), new LinkedHashMap<>()));
            } else if (!challenges.isEmpty()) {
                String value = next.group("quoted") == null ? next.group("bare") : next.group("quoted");
                challenges
                        .get(challenges.size() - 1)
                        .parameters()
                        .put(next.group("name").toLowerCase(Locale.ROOT), value);
            }
        }
        return challenges;
    }
}
