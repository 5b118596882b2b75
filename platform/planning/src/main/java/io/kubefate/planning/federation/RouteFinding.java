package io.kubefate.planning.federation;

/** Why a route has its state. */
public enum RouteFinding {
    /** Nothing is missing. */
    MATCHED(RouteState.MATCHED),
    /** No known cluster is the party or exchange. */
    OUTSIDE(RouteState.UNKNOWN),
    /** The other side has no route back. */
    NO_ROUTE_BACK(RouteState.ONE_WAY),
    /** The exchange between both has no route to one of them. */
    NO_ROUTE_OF_EXCHANGE(RouteState.ONE_WAY),
    /** Host and port are not those of the gateway of the other side. */
    WRONG_ADDRESS(RouteState.WRONG),
    /** Only one side uses TLS. */
    TLS_ON_ONE_SIDE(RouteState.WRONG),
    /** The other side has no gateway of this protocol, for example because one side is on EggRoll, the other on Spark. */
    OTHER_PROTOCOL(RouteState.WRONG);

    private final RouteState state;

    RouteFinding(RouteState state) {
        this.state = state;
    }

    public RouteState state() {
        return state;
    }
}
