package io.kubefate.e2e;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a request to the API server.
 *
 * @param head from the request line to the empty line
 */
record ApiRequest(String head) {

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int GONE = 410;

    /** The key with which the answer to a WebSocket's handshake is computed (RFC 6455). */
    private static final String WEB_SOCKET_KEY = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final int TEXT_FRAME = 0x81;
    private static final int TWO_BYTES_OF_LENGTH = 126;

    String method() {
        return head.split(" ", 3)[0];
    }

    /** {@return path and query} */
    String target() {
        return head.split(" ", 3)[1];
    }

    /** {@return whether it can change an object} */
    boolean isWrite() {
        return WRITES.contains(method()) && !target().contains("dryRun=") && !target().contains("accessreviews");
    }

    /** {@return the bytes of its body} */
    int contentLength() {
        return header("content-length")
                .map(String::strip)
                .map(Integer::parseInt)
                .orElse(0);
    }

    boolean isWatch() {
        return target().contains("watch=true");
    }

    /** {@return the head for a connection that ends with the answer} */
    String single() {
        return isUpgrade()
                ? head
                : head.replaceFirst("(?i)\r\nconnection:[^\r]*", "")
                        .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
    }

    private boolean isUpgrade() {
        return header("upgrade").isPresent();
    }

    private Optional<String> header(String name) {
        Matcher matcher = Pattern.compile("(?im)^" + name + ": *(.*)$").matcher(head);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** {@return the answer of an API server that rejects the request; a watch begins, and then reports that its version is gone} */
    byte[] failure(int code) {
        String status = """
                {"kind":"Status","apiVersion":"v1","status":"Failure","code":%d,"message":"injected"}""".formatted(code);
        if (code != GONE || !isWatch()) {
            return answer(code + " Injected", status);
        }
        String event = "{\"type\":\"ERROR\",\"object\":" + status + "}\n";
        return header("sec-websocket-key").map(key -> frame(key, event)).orElseGet(() -> answer("200 OK", event));
    }

    private static byte[] answer(String line, String body) {
        return ("HTTP/1.1 " + line + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] frame(String key, String text) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        answer.write(TEXT_FRAME);
        if (text.length() < TWO_BYTES_OF_LENGTH) {
            answer.write(text.length());
        } else {
            answer.write(TWO_BYTES_OF_LENGTH);
            answer.write(text.length() >> Byte.SIZE);
            answer.write(text.length());
        }
        answer.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return answer.toByteArray();
    }

    private static String accept(String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + WEB_SOCKET_KEY).getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
