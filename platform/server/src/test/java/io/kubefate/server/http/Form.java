package io.kubefate.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A body of multipart/form-data, as browsers and curl send it. */
final class Form {

    static final String TYPE = "multipart/form-data; boundary=----a-b";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    static Form of(String field, String fileName, byte[] content) {
        return new Form().field("comment", "first").file(field, fileName, content);
    }

    Form field(String name, String value) {
        text("------a-b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
        return this;
    }

    Form file(String name, String fileName, byte[] content) {
        text("------a-b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/java-archive\r\n\r\n");
        body.writeBytes(content);
        text("\r\n");
        return this;
    }

    /** The body to its end. */
    byte[] bytes() {
        text("------a-b--\r\n");
        return body.toByteArray();
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
