package io.kubefate.server.http.resource.identity;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Account;
import io.kubefate.api.AccountArgs;
import io.kubefate.api.PasswordArgs;
import io.kubefate.api.Reply;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.body.ListParameters;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.description.ListOf;
import io.kubefate.server.http.resource.ListReply;
import io.kubefate.server.http.security.Authenticated;
import io.kubefate.server.http.security.ClientAddress;
import io.kubefate.server.http.security.FailedLogins;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.TooManyLogins;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.identity.UserService;
import io.kubefate.server.service.list.ListKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

@Path("/v1/user")
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource {

    private final UserService users;
    private final FailedLogins failures;
    private final ClientAddress address;

    public UserResource(UserService users, FailedLogins failures, ClientAddress address) {
        this.users = requireNonNull(users, "users is null");
        this.failures = requireNonNull(failures, "failures is null");
        this.address = requireNonNull(address, "address is null");
    }

    /** Lists users. */
    @GET
    @Requires(Permission.USERS)
    @ListOf(ListKind.USERS)
    public Reply<List<Account>> list(@Context UriInfo uri) {
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        return ListReply.of("getUserList Success", users.list(parameters.read(ListKind.USERS)));
    }

    /** Returns a user. */
    @GET
    @Requires(Permission.USERS)
    @Path("{uuid}")
    public Reply<Account> find(@PathParam("uuid") String uuid) {
        return new Reply<>("getUser Success", users.find(uuid));
    }

    /**
     * Creates a user.
     *
     * @param body {@link AccountArgs} in JSON
     */
    @POST
    @Requires(Permission.USERS)
    @Audited("user create")
    public Reply<Account> create(@JsonBody(AccountArgs.class) InputStream body) {
        AccountArgs args = RequestReader.read(body, AccountArgs.class, RequestReader.MAX_LOGIN_BYTES);
        return new Reply<>("createUser Success", users.create(args));
    }

    /**
     * Changes the email of a user, enables or disables it.
     *
     * @param body {@link AccountArgs} in JSON
     */
    @PUT
    @Requires(Permission.USERS)
    @Path("{uuid}")
    @Audited("user update")
    public Reply<Void> update(@PathParam("uuid") String uuid, @JsonBody(AccountArgs.class) InputStream body) {
        users.update(uuid, RequestReader.read(body, AccountArgs.class, RequestReader.MAX_LOGIN_BYTES));
        return new Reply<>("setUser Success", null);
    }

    /** Deletes a user. */
    @DELETE
    @Requires(Permission.USERS)
    @Path("{uuid}")
    @Audited("user delete")
    public Reply<Void> delete(@PathParam("uuid") String uuid) {
        users.delete(uuid);
        return new Reply<>("deleteUser Success", null);
    }

    /**
     * Sets a password: one's own with the current one, that of others as an administrator.
     *
     * @param body {@link PasswordArgs} in JSON
     */
    @PUT
    @Authenticated
    @Path("{uuid}/password")
    @Audited("user passwd")
    public Reply<Void> setPassword(
            @PathParam("uuid") String uuid,
            @JsonBody(PasswordArgs.class) InputStream body,
            @Auth User user,
            @Context HttpServletRequest request) {
        boolean own = users.name(uuid).filter(user.name()::equals).isPresent();
        if (!own) {
            user.require(Permission.USERS, Namespaces.EVERYWHERE);
        }
        PasswordArgs args = RequestReader.read(body, PasswordArgs.class, RequestReader.MAX_LOGIN_BYTES);
        if (own) {
            checkCurrent(uuid, args, user, request);
        }
        users.setPassword(uuid, args.password());
        return new Reply<>("setUser Success", null);
    }

    /** Who has found a token cannot guess the password with it. */
    private void checkCurrent(String uuid, PasswordArgs args, User user, HttpServletRequest request) {
        String current = requireNonNullElse(args.currentPassword(), "");
        FailedLogins.Attempt attempt =
                failures.attempt(user.name(), address.of(request), () -> users.hasPassword(uuid, current));
        switch (attempt.state()) {
            case ACCEPTED -> {}
            case LOCKED -> throw new WebApplicationException(TooManyLogins.response(attempt.pause()));
            case REJECTED ->
                throw new KubefateException(
                        ErrorCode.INVALID_REQUEST, "current_password is required, and must be the current password");
        }
    }
}
