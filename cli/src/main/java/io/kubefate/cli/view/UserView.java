package io.kubefate.cli.view;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Account;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Timestamps;
import java.util.List;

/** Users. */
public record UserView(Timestamps timestamps) {

    public UserView {
        requireNonNull(timestamps, "timestamps is null");
    }

    public Listing<Account> list(List<Account> users) {
        return new Listing<>(
                users,
                List.of(
                        Column.uuid("UUID", Account::uuid),
                        Column.exact("USERNAME", Account::username),
                        Column.text("EMAIL", Account::email),
                        Column.status("STATUS", Account::userStatus),
                        Column.exact("CREATED", (Account user) -> timestamps.format(user.createdAt()))
                                .wide()),
                Account::username);
    }

    public Display describe(Account user) {
        return Display.of(
                user.username(),
                () -> new Table()
                        .row("UUID", user.uuid())
                        .row("Username", user.username())
                        .row("Email", user.email())
                        .row("Status", user.userStatus())
                        .row("Created", timestamps.format(user.createdAt()))
                        .row("Changed", timestamps.format(user.updatedAt()))
                        .text());
    }
}
