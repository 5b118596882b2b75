package io.kubefate.server.http.console;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Serves the console to browsers: its assets, and one document for all its pages, which its scripts tell apart. Everything else, and
 * what other clients request, is for the next handler.
 */
public final class ConsoleHandler extends Handler.Wrapper {

    private static final String ROOT = "/";
    private static final String ASSETS = "/assets/";

    /** Below these paths, there are no pages. */
    private static final List<String> OTHERS = List.of("/v1", "/health", "/assets");

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final int CHUNK = 16 * 1024;

    private final ConsoleFiles files;
    private final SecureRandom random = new SecureRandom();

    public ConsoleHandler(ConsoleFiles files) {
        this.files = requireNonNull(files, "files is null");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod())) {
            Optional<Asset> asset = asset(request);
            if (asset.isPresent()) {
                send(asset.get(), request, response, callback);
                return true;
            }
            Optional<ConsolePage> page = page(request);
            if (page.isPresent()) {
                send(page.get(), response, callback);
                return true;
            }
        }
        return super.handle(request, response, callback);
    }

    private Optional<Asset> asset(Request request) {
        String path = Request.getPathInContext(request);
        return path.startsWith(ASSETS)
                ? files.asset(path.substring(ASSETS.length()), acceptsGzip(request))
                : Optional.empty();
    }

    private Optional<ConsolePage> page(Request request) throws IOException {
        String path = Request.getPathInContext(request);
        if (!isPage(path) || !prefersHtml(request)) {
            return Optional.empty();
        }
        Optional<String> document = files.document();
        if (document.isEmpty() && path.equals(ROOT)) {
            document = Optional.of(ConsolePage.absent());
        }
        return document.map(html -> ConsolePage.of(html, random));
    }

    private static boolean isPage(String path) {
        return OTHERS.stream().noneMatch(other -> path.equals(other) || path.startsWith(other + "/"));
    }

    /** Browsers name the type first; programs accept anything, or name JSON. */
    private static boolean prefersHtml(Request request) {
        return request.getHeaders().getQualityCSV(HttpHeader.ACCEPT).stream()
                .findFirst()
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
    }

    private static boolean acceptsGzip(Request request) {
        return request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains("gzip");
    }

    private static void send(ConsolePage page, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
        headers.put(HttpHeader.VARY, HttpHeader.ACCEPT.asString());
        headers.put(ContentPolicy.HEADER, ContentPolicy.ofPage(page.nonce()));
        response.write(true, ByteBuffer.wrap(page.html().getBytes(StandardCharsets.UTF_8)), callback);
    }

    /** A client that reads slowly keeps no thread, and no more than a chunk. */
    private static void send(Asset asset, Request request, Response response, Callback callback) throws IOException {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CACHE_CONTROL, FOR_EVER);
        headers.put(HttpHeader.ETAG, asset.etag());
        headers.put(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
        headers.put(ContentPolicy.HEADER, ContentPolicy.ofAsset());
        if (isKnown(asset, request)) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            response.write(true, null, callback);
            return;
        }
        URLConnection content = asset.content().openConnection();
        headers.put(HttpHeader.CONTENT_TYPE, asset.type());
        headers.put(new HttpField(HttpHeader.CONTENT_LENGTH, Long.toString(content.getContentLengthLong())));
        if (asset.compressed()) {
            headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        if (HttpMethod.HEAD.is(request.getMethod())) {
            content.getInputStream().close();
            response.write(true, null, callback);
            return;
        }
        ByteBufferPool.Sized buffers =
                new ByteBufferPool.Sized(request.getComponents().getByteBufferPool(), false, CHUNK);
        Content.copy(Content.Source.from(buffers, content.getInputStream()), response, callback);
    }

    /** The quotes of the tag delimit it in the list. */
    private static boolean isKnown(Asset asset, Request request) {
        return request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH).stream()
                .anyMatch(list -> list.contains(asset.etag()));
    }
}
