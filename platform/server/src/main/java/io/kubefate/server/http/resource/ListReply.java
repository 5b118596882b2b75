package io.kubefate.server.http.resource;

import io.kubefate.api.Reply;
import io.kubefate.server.service.list.ListPart;
import java.util.List;

/** Replies with a part of a list. */
final class ListReply {

    private ListReply() {}

    static <T> Reply<List<T>> of(String msg, ListPart<T> part) {
        return new Reply<>(msg, part.items(), List.of(), part.next().orElse(null));
    }
}
