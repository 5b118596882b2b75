package io.kubefate.planning.federation;

/** How a route fits to the other side. */
public enum RouteState {
    /** The other side has a route back, directly or through an exchange. */
    MATCHED,
    /** The other side is not known, so nothing can be compared. */
    UNKNOWN,
    /** A route back, or the route of the exchange, is missing. */
    ONE_WAY,
    /** The route does not lead to the gateway of the other side, or the two do not understand each other. */
    WRONG;

    /** {@return whether somebody has to change something} */
    public boolean isProblem() {
        return this == ONE_WAY || this == WRONG;
    }
}
