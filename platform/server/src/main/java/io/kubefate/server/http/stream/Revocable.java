package io.kubefate.server.http.stream;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** A stream that ends when its user loses the permission for it. */
public interface Revocable {

    /** Ends the stream, and tells the client why. Does not wait for the client. */
    void revoke(String reason);

    /** {@return the last server-sent event of a stream that is revoked} */
    static OutboundSseEvent event(Sse sse, String reason) {
        return sse.newEventBuilder()
                .name("revoked")
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, reason)
                .build();
    }
}
