package io.kubefate.cli.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The example cluster.yaml of a release. Changes keep its comments. It knows no release: a key that is absent or in a comment is found by its
 * name.
 */
public record ExampleFile(String text) {

    private static final Pattern EXCHANGE =
            Pattern.compile("(?m)^(\\s*)# exchange:(.*)\\n\\s*#   ip:.*\\n\\s*#   port:.*\\n");
    private static final Pattern PARTY_LIST = Pattern.compile("(?m)^( *)partyList:.*\\n((?:\\1 +.*\\n)*)");

    public ExampleFile {
        requireNonNull(text, "text is null");
    }

    /**
     * The address of another party or an exchange.
     *
     * @param party its id; empty for an exchange
     */
    public record Route(String party, String ip, String port) {

        private static final Pattern FORMAT =
                Pattern.compile("(?:(\\d+)=)?([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})");

        /**
         * Reads a route.
         *
         * @param text {@code IP:PORT} of an exchange, {@code ID=IP:PORT} of a party
         * @param option the option that it is from
         */
        public static Route parse(String text, boolean ofParty, String option) {
            Matcher parts = FORMAT.matcher(text);
            if (!parts.matches() || (parts.group(1) != null) != ofParty) {
                String format = ofParty
                        ? "ID=IP:PORT, for example 10000=192.168.10.1:30101"
                        : "IP:PORT, for example" + " 192.168.0.1:30000";
                throw new CommandException("invalid " + option + " \"" + text + "\": use " + format);
            }
            return new Route(
                    Optional.ofNullable(parts.group(1)).orElse(""),
                    parts.group(2).replaceAll("[\\[\\]]", ""),
                    parts.group(3));
        }
    }

    /** {@return the value of a key of the top level} */
    public Optional<String> value(String key) {
        Matcher line = line(key, "");
        return line.find() ? Optional.of(line.group("value")) : Optional.empty();
    }

    /** {@return the same with a value of the top level; a key in a comment is activated, an absent one added} */
    public ExampleFile with(String key, String value) {
        Matcher line = line(key, "(?:# )?");
        if (!line.find()) {
            return new ExampleFile(text.replaceFirst("\\n*\\z", "\n") + key + ": " + value + "\n");
        }
        String comment = Optional.ofNullable(line.group("comment"))
                .map(note -> "   " + note)
                .orElse("");
        return new ExampleFile(line.replaceFirst(Matcher.quoteReplacement(key + ": " + value + comment)));
    }

    /** {@return the same for another party, also where its id is part of a name} */
    public ExampleFile withParty(String id) {
        String old = value("partyId").orElse("");
        return old.isEmpty()
                ? with("partyId", id)
                : new ExampleFile(text.replaceAll("(?<![0-9.:])" + Pattern.quote(old) + "(?![0-9])", id));
    }

    /**
     * Returns the same with a route through an exchange.
     *
     * @throws CommandException if the release has another key for it
     */
    public ExampleFile withExchange(Route exchange) {
        Matcher block = EXCHANGE.matcher(text);
        if (!block.find()) {
            throw noKey("exchange");
        }
        String lines = "$1exchange:$2\n$1  ip: " + exchange.ip() + "\n$1  port: " + exchange.port() + "\n";
        return new ExampleFile(block.replaceFirst(lines));
    }

    /**
     * Returns the same with routes to parties, in place of the routes of the example.
     *
     * @throws CommandException if the release has another key for it
     */
    public ExampleFile withParties(List<Route> parties) {
        Matcher block = PARTY_LIST.matcher(text);
        if (!block.find()) {
            throw noKey("partyList");
        }
        String indent = block.group(1);
        List<String> lines = new ArrayList<>(List.of(indent + "partyList:"));
        for (Route party : parties) {
            lines.add(indent + "  - partyId: " + party.party());
            lines.add(indent + "    partyIp: " + party.ip());
            lines.add(indent + "    partyPort: " + party.port());
        }
        return new ExampleFile(block.replaceFirst(Matcher.quoteReplacement(String.join("\n", lines) + "\n")));
    }

    /** {@return the same without the routes of the example} */
    public ExampleFile withoutParties() {
        return new ExampleFile(PARTY_LIST.matcher(text).replaceFirst(""));
    }

    private CommandException noKey(String key) {
        return new CommandException("the example of this release has no " + key
                + ". Omit the option, and edit the routes to other parties in the file.");
    }

    private Matcher line(String key, String prefix) {
        return Pattern.compile("(?m)^" + prefix + Pattern.quote(key) + ": *(?<value>[^#\\n]*?) *(?<comment>#.*)?$")
                .matcher(text);
    }
}
