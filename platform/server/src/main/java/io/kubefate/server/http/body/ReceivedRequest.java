package io.kubefate.server.http.body;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body has been received. */
final class ReceivedRequest extends Request.Wrapper {

    private final ReceivedBody body;

    ReceivedRequest(Request request, ReceivedBody body) {
        super(request);
        this.body = requireNonNull(body, "body is null");
    }

    @Override
    public Content.Chunk read() {
        try {
            return body.read();
        } catch (IOException e) {
            return Content.Chunk.from(e, true);
        }
    }

    @Override
    public void demand(Runnable onContent) {
        onContent.run();
    }
}
