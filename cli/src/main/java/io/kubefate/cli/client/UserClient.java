package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kubefate.api.Account;
import io.kubefate.api.AccountArgs;
import io.kubefate.api.PasswordArgs;
import io.kubefate.api.Reply;
import io.kubefate.cli.client.http.Transport;
import io.kubefate.cli.error.CommandException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users. A user is named by its name or UUID. */
public final class UserClient {

    private final Transport transport;

    UserClient(Transport transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    public List<Account> list() {
        return list(ListQuery.all()).items();
    }

    /** {@return the selected users} */
    public ListPart<Account> list(ListQuery query) {
        String path = KubefateClient.path("v1/user/", query.text());
        return query.part(transport.send("GET", path, new TypeReference<Reply<List<Account>>>() {}));
    }

    /**
     * Returns a user.
     *
     * @throws CommandException if there is no such user
     */
    public Account find(String user) {
        return list().stream()
                .filter(account -> user.equals(account.username()) || user.equals(account.uuid()))
                .findFirst()
                .orElseThrow(() -> new CommandException("no user " + user + "; kubefate user list shows the users"));
    }

    public Account create(String name, Optional<String> email, String password) {
        AccountArgs args = new AccountArgs(name, password, email.orElse(null), null);
        return transport
                .send("POST", "v1/user", args, new TypeReference<Reply<Account>>() {})
                .result();
    }

    /** Enables or disables a user. */
    public void setEnabled(Account user, boolean enabled) {
        AccountArgs args = new AccountArgs(null, null, null, enabled);
        transport.send("PUT", path(user.uuid()), args, new TypeReference<Reply<Void>>() {});
    }

    /**
     * Sets a password.
     *
     * @param uuid of the user
     * @param current the current password; null for that of another user
     */
    public void setPassword(String uuid, @Nullable String current, String password) {
        PasswordArgs args = new PasswordArgs(current, password);
        transport.send("PUT", path(uuid) + "/password", args, new TypeReference<Reply<Void>>() {});
    }

    public void delete(Account user) {
        transport.send("DELETE", path(user.uuid()), new TypeReference<Reply<Void>>() {});
    }

    private static String path(String uuid) {
        return "v1/user/" + KubefateClient.segment(uuid);
    }
}
