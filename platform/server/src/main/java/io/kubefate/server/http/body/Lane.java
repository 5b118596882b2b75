package io.kubefate.server.http.body;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Request;

/**
 * The share of the service that one class of requests with bodies has, so that none takes the memory or the threads of another.
 *
 * @param keep the length in bytes up to which a body is stored; the resource rejects a longer one
 * @param pace how fast a body has to arrive
 * @param store creates an empty body
 * @param room the bytes of all bodies from their announcement to the end of their requests, as permits
 * @param turns the bytes of the bodies that threads work on at the same time
 */
record Lane(int keep, Pace pace, Store store, Semaphore room, Turns turns) {

    Lane {
        requireNonNull(pace, "pace is null");
        requireNonNull(store, "store is null");
        requireNonNull(room, "room is null");
        requireNonNull(turns, "turns is null");
    }

    /** Returns the bytes that the body of a request may take: all that is kept if its length is unknown. */
    int weight(Request request) {
        long length = request.getLength();
        return length < 0 ? keep : (int) Math.min(length, keep);
    }

    /** Creates empty bodies. */
    interface Store {
        ReceivedBody create() throws IOException;
    }
}
