package io.kubefate.cli.view;

import io.kubefate.api.ClusterImage;
import io.kubefate.cli.text.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Images as people read them. */
public final class ImageView {

    private ImageView() {}

    public static Table of(List<ClusterImage> images, boolean checked) {
        return checked ? checked(images) : listed(images);
    }

    private static Table listed(List<ClusterImage> images) {
        Table table = new Table("IMAGE", "USED BY");
        images.forEach(image -> table.row(
                image.image(), image.usedBy().stream().map(ImageView::use).collect(Collectors.joining("\n"))));
        return table;
    }

    private static Table checked(List<ClusterImage> images) {
        Table table = new Table("IMAGE", "STATUS", "REASON");
        images.forEach(image -> table.row(image.image(), image.status(), image.reason()));
        return table;
    }

    private static String use(ClusterImage.Use use) {
        return use.workload() + " " + use.container() + (use.init() ? " (init)" : "");
    }
}
