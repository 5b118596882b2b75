package io.kubefate.cli.view;

import io.kubefate.api.Namespace;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Listing;
import java.util.List;

public final class NamespaceView {

    private NamespaceView() {}

    public static Listing<Namespace> list(List<Namespace> namespaces) {
        return new Listing<>(
                namespaces,
                List.of(
                        Column.exact("NAME", Namespace::name),
                        Column.status("STATUS", Namespace::status),
                        Column.age("AGE", Namespace::age)),
                Namespace::name);
    }
}
