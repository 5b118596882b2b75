package io.kubefate.server.http.body;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Receives request bodies before a thread handles the request, within the limits of their lane. A client that sends slowly, or many
 * large bodies, takes no thread, and no more memory than its lane has. The work on a request stops when its client has gone.
 */
public final class BodyHandler extends Handler.Wrapper {

    private final Lanes lanes;
    private final Predicate<Request> changesNothing;

    /**
     * Creates a handler.
     *
     * @param changesNothing whether the work on a request may be interrupted when its client has gone
     */
    public BodyHandler(Lanes lanes, Predicate<Request> changesNothing) {
        this.lanes = requireNonNull(lanes, "lanes is null");
        this.changesNothing = requireNonNull(changesNothing, "changesNothing is null");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean stoppable = changesNothing.test(request);
        if (!hasBody(request)) {
            ClientWatch client = new ClientWatch(request, callback, stoppable);
            client.start(() -> {});
            client.handle(getHandler(), request, response);
            return true;
        }
        if (isEncoded(request)) {
            Response.writeError(
                    request,
                    response,
                    callback,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                    "unsupported Content-Encoding: send the body uncompressed");
            return true;
        }
        receive(request, response, callback, stoppable);
        return true;
    }

    private void receive(Request request, Response response, Callback callback, boolean stoppable) throws IOException {
        Lane lane = lanes.of(request);
        int weight = lane.weight(request);
        if (!lane.room().tryAcquire(weight)) {
            Refusal.OVERLOADED.write(request, response, callback);
            return;
        }
        Callback whenDone = Callback.from(callback, () -> lane.room().release(weight));
        try {
            new BodyReader(getHandler(), request, response, whenDone, lane, stoppable).start();
        } catch (IOException | RuntimeException e) {
            whenDone.failed(e);
        }
    }

    /** HTTP/2 needs no length. */
    private static boolean hasBody(Request request) {
        if (request.getLength() >= 0) {
            return request.getLength() > 0;
        }
        boolean chunked = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        boolean framed =
                request.getConnectionMetaData().getHttpVersion().getVersion() > HttpVersion.HTTP_1_1.getVersion();
        return chunked || framed;
    }

    private static boolean isEncoded(Request request) {
        String encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }
}
