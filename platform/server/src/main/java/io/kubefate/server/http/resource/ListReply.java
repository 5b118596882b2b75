package io.kubefate.server.http.resource;

import io.kubefate.api.Reply;
import io.kubefate.server.service.list.ListPart;
import io.kubefate.server.service.list.ListPart.Rest;
import java.util.List;

/** Replies with a part of a list. */
public final class ListReply {

    private ListReply() {}

    public static <T> Reply<List<T>> of(String msg, ListPart<T> part) {
        return new Reply<>(
                msg,
                part.items(),
                List.of(),
                part.rest().map(Rest::token).orElse(null),
                part.rest().flatMap(Rest::count).orElse(null));
    }
}
