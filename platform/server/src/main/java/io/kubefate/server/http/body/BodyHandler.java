package io.kubefate.server.http.body;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Receives request bodies before a thread handles the request, within the limits of their lane. A client that sends slowly, or many
 * large bodies, takes no thread, and no more memory than its lane has.
 */
public final class BodyHandler extends Handler.Wrapper {

    private final Lanes lanes;

    public BodyHandler(Lanes lanes) {
        this.lanes = requireNonNull(lanes, "lanes is null");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request)) {
            return super.handle(request, response, callback);
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
        receive(request, response, callback);
        return true;
    }

    private void receive(Request request, Response response, Callback callback) throws IOException {
        Lane lane = lanes.of(request);
        int weight = lane.weight(request);
        if (!lane.room().tryAcquire(weight)) {
            Refusal.OVERLOADED.write(request, response, callback);
            return;
        }
        Callback whenDone = Callback.from(callback, () -> lane.room().release(weight));
        try {
            new BodyReader(getHandler(), request, response, whenDone, lane).start();
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
