package io.kubefate.cli.view;

import io.kubefate.api.AdoptableRelease;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Listing;
import java.util.List;

/** Helm releases that can be adopted. */
public final class ReleaseView {

    private ReleaseView() {}

    public static Listing<AdoptableRelease> list(List<AdoptableRelease> releases) {
        return new Listing<>(
                releases,
                List.of(
                        Column.exact("NAME", AdoptableRelease::name),
                        Column.exact("NAMESPACE", AdoptableRelease::namespace),
                        Column.exact("CHART", release -> release.chartName() + " " + release.chartVersion()),
                        Column.status("STATUS", AdoptableRelease::status),
                        Column.text("ADOPTION", ReleaseView::adoption)),
                release -> release.namespace() + "/" + release.name());
    }

    private static String adoption(AdoptableRelease release) {
        if (!release.obstacle().isEmpty()) {
            return "not possible: " + release.obstacle();
        }
        if (release.needsFile()) {
            return "possible with its file: -f cluster.yaml";
        }
        return release.served() ? "possible" : "as it is: no plugin serves the chart";
    }
}
