package io.kubefate.cli.client;

/** The reasons why a WebSocket ended too early. */
final class LostConnection {

    private LostConnection() {}

    /**
     * The reason of a close by the service.
     *
     * @param code the close code, not that of a normal closure
     * @param reason may be empty
     */
    static String reason(int code, String reason) {
        return reason.isEmpty() ? "the service closed the connection with code " + code : reason;
    }

    static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
