package io.kubefate.cli.view;

import io.kubefate.api.ClusterImage;
import io.kubefate.cli.text.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The images of a cluster.yaml. */
public final class ImageView {

    private ImageView() {}

    /** {@return one image per line, for scripts} */
    public static String names(List<ClusterImage> images) {
        return images.stream().map(image -> image.image() + "\n").collect(Collectors.joining());
    }

    /** {@return each image once, with all containers that use it} */
    public static List<ClusterImage> merge(List<ClusterImage> images) {
        Map<String, ClusterImage> merged = new LinkedHashMap<>();
        images.forEach(image -> merged.merge(image.image(), image, ImageView::merge));
        return List.copyOf(merged.values());
    }

    private static ClusterImage merge(ClusterImage first, ClusterImage second) {
        List<ClusterImage.Use> uses = Stream.concat(first.usedBy().stream(), second.usedBy().stream())
                .distinct()
                .toList();
        return new ClusterImage(first.image(), first.registry(), uses, first.status(), first.reason());
    }

    /** {@return the images with the containers that use them} */
    public static String list(List<ClusterImage> images) {
        Table table = new Table("IMAGE", "USED BY");
        images.forEach(image -> table.row(
                image.image(), image.usedBy().stream().map(ImageView::container).collect(Collectors.joining("\n"))));
        return table.text();
    }

    /** {@return the images with the results of a check} */
    public static String checked(List<ClusterImage> images) {
        Table table = new Table("IMAGE", "STATUS", "REASON");
        images.forEach(image -> table.row(image.image(), image.status(), image.reason()));
        return table.text();
    }

    private static String container(ClusterImage.Use use) {
        return use.workload() + " " + use.container() + (use.init() ? " (init)" : "");
    }
}
