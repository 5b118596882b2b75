package io.kubefate.cli.view;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ApiToken;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.text.Timestamps;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Long-lived tokens, without their secrets. */
public record TokenView(Timestamps timestamps) {

    public TokenView {
        requireNonNull(timestamps, "timestamps is null");
    }

    public Listing<ApiToken> list(List<ApiToken> tokens) {
        return new Listing<>(
                tokens,
                List.of(
                        Column.uuid("UUID", ApiToken::uuid),
                        Column.text("NAME", ApiToken::name),
                        Column.exact("USER", ApiToken::user),
                        Column.exact("EXPIRES", (ApiToken token) -> timestamps.format(token.expires())),
                        Column.exact("LAST USED", (ApiToken token) -> time(token.lastUsedAt())),
                        Column.exact("CREATED", (ApiToken token) -> timestamps.format(token.createdAt()))
                                .wide()),
                ApiToken::uuid);
    }

    private String time(@Nullable Instant time) {
        return time == null ? "never" : timestamps.format(time);
    }
}
