package io.kubefate.server.http.audit;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.http.security.ClientAddress;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives every request an id, and notes where it comes from, before anything else happens to it. */
public final class ArrivalHandler extends Handler.Wrapper {

    private final ClientAddress address;

    public ArrivalHandler(ClientAddress address) {
        this.address = requireNonNull(address, "address is null");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String id = RequestId.assign(request, response);
        request.setAttribute(Arrival.PROPERTY, new Arrival(id, address.of(request), System.nanoTime()));
        return super.handle(request, response, callback);
    }
}
