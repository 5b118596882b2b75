package io.kubefate.server.http.console;

import static java.util.Objects.requireNonNull;

import java.net.URL;

/**
 * A file that the pages of the console load.
 *
 * @param name contains a hash of its content, so that it never changes
 * @param type its media type
 * @param compressed whether the content is compressed with gzip
 * @param content where it is read from
 */
record Asset(String name, String type, boolean compressed, URL content) {

    Asset {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(content, "content is null");
    }

    /** {@return what tells this content from that of other names and encodings} */
    String etag() {
        return '"' + name + (compressed ? ".gz" : "") + '"';
    }
}
