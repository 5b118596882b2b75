package io.kubefate.cli.view;

import io.kubefate.api.Namespace;
import io.kubefate.cli.text.Table;
import java.util.List;

public final class NamespaceView {

    private NamespaceView() {}

    public static String list(List<Namespace> namespaces) {
        Table table = new Table("NAME", "STATUS", "AGE");
        namespaces.forEach(namespace -> table.row(namespace.name(), namespace.status(), namespace.age()));
        return table.text();
    }
}
