package io.kubefate.cli.view;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.RoleGrant;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.text.Timestamps;
import java.util.List;

/** The roles of users and groups. */
public record PermissionView(Timestamps timestamps) {

    public PermissionView {
        requireNonNull(timestamps, "timestamps is null");
    }

    public Listing<RoleGrant> list(List<RoleGrant> grants) {
        return new Listing<>(
                grants,
                List.of(
                        Column.exact("ID", RoleGrant::id),
                        Column.exact("KIND", RoleGrant::subjectKind),
                        Column.exact("NAME", RoleGrant::subject),
                        Column.exact("ROLE", RoleGrant::role),
                        Column.exact("NAMESPACE", RoleGrant::namespace),
                        Column.text("GRANTED BY", RoleGrant::creator).wide(),
                        Column.exact("CREATED", (RoleGrant grant) -> timestamps.format(grant.createdAt()))
                                .wide()),
                RoleGrant::id);
    }
}
