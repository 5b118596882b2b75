package io.kubefate.cli.client.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of a request. */
public interface HttpBody {

    /** An empty body. */
    HttpBody NONE = of(new byte[0]);

    /** {@return its size in bytes} */
    long length();

    void writeTo(OutputStream out) throws IOException;

    /** {@return a body of these bytes} */
    static HttpBody of(byte[] content) {
        return new HttpBody() {
            @Override
            public long length() {
                return content.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(content);
            }
        };
    }
}
