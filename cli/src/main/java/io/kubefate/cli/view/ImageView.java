package io.kubefate.cli.view;

import io.kubefate.api.ClusterImage;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Listing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The images of a cluster.yaml. */
public final class ImageView {

    private ImageView() {}

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
    public static Listing<ClusterImage> list(List<ClusterImage> images) {
        return new Listing<>(
                images,
                List.of(Column.exact("IMAGE", ClusterImage::image), Column.text("USED BY", ImageView::uses)),
                ClusterImage::image);
    }

    private static String uses(ClusterImage image) {
        return image.usedBy().stream().map(ImageView::container).collect(Collectors.joining("\n"));
    }

    /** {@return the images with the results of a check} */
    public static Listing<ClusterImage> checked(List<ClusterImage> images) {
        return new Listing<>(
                images,
                List.of(
                        Column.exact("IMAGE", ClusterImage::image),
                        Column.status("STATUS", ClusterImage::status),
                        Column.text("REASON", ClusterImage::reason)),
                ClusterImage::image);
    }

    private static String container(ClusterImage.Use use) {
        return use.workload() + " " + use.container() + (use.init() ? " (init)" : "");
    }
}
