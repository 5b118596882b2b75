package io.kubefate.planning.federation;

import java.util.Optional;

/**
 * How a route fits to one possible other side.
 *
 * @param to the UUID of the other cluster, or the id of an outside member
 * @param via the UUID of an exchange between both
 */
record Verdict(String to, Optional<String> via, RouteFinding finding, Optional<Remedy> remedy) {

    static Verdict of(String to, RouteFinding finding) {
        return new Verdict(to, Optional.empty(), finding, Optional.empty());
    }

    static Verdict of(Node to, RouteFinding finding, Remedy remedy) {
        return new Verdict(to.id(), Optional.empty(), finding, Optional.of(remedy));
    }

    Verdict through(Node exchange) {
        return new Verdict(to, Optional.of(exchange.id()), finding, remedy);
    }

    /** The same about a route that leads to another cluster. */
    Verdict leadingTo(Node other) {
        return new Verdict(other.id(), via, finding, remedy);
    }

    boolean isMatched() {
        return finding == RouteFinding.MATCHED;
    }
}
