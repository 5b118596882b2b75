package io.kubefate.server.service.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.api.ClusterArgs;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.render.ReleaseRenderer;
import io.kubefate.planning.render.TemplateRenderer;
import io.kubefate.planning.spec.InvalidSpecException;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.DemoPlugin;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The namespace of a request is that of the cluster which the same request makes. */
class SpecIntakeTest {

    private static final ReleaseKey KEY = new ReleaseKey("test", "v1", "");
    private static final String FORMER_NAME =
            "{\"properties\": {\"namespace\": {\"type\": \"string\", \"x-former-names\": [\"nameSpace\", \"ns\"]}}}";

    private String schema = FORMER_NAME;
    private final SpecIntake specs = new SpecIntake(new OneRelease());

    @Test
    void isThatOfTheFile() {
        assertThat(specs.namespace(args("namespace: dev"))).isEqualTo("dev");
        assertThat(specs.namespace(args("namespace: dev").in("dev"))).isEqualTo("dev");
    }

    @Test
    void isThatOfTheRequestIfTheFileHasNone() {
        assertThat(specs.namespace(args("").in("dev"))).isEqualTo("dev");
        assertThat(specs.namespace(args("namespace:").in("dev"))).isEqualTo("dev");
        assertThat(specs.check(args("namespace:").in("dev")).spec().namespace()).isEqualTo("dev");
    }

    @Test
    void isThatOfAFormerKey() {
        assertThat(specs.namespace(args("nameSpace: dev"))).isEqualTo("dev");
        assertThat(specs.namespace(args("ns: dev"))).isEqualTo("dev");
        assertThat(specs.check(args("nameSpace: dev")).spec().namespace()).isEqualTo("dev");
    }

    @Test
    void aFormerKeyMustNotContradictTheRequest() {
        ClusterArgs args = args("nameSpace: prod").in("dev");

        assertInvalid(() -> specs.namespace(args), "namespace of the request is dev, but prod in its cluster.yaml");
        assertInvalid(() -> specs.check(args), "namespace of the request is dev, but prod in its cluster.yaml");
    }

    @Test
    void twoFormerKeysAreRefused() {
        assertThatThrownBy(() -> specs.namespace(args("nameSpace: dev\nns: prod")))
                .isInstanceOf(InvalidSpecException.class);
    }

    @Test
    void aRequestWithoutANamespaceIsRefused() {
        assertThatThrownBy(() -> specs.namespace(args("")))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("namespace cannot be empty");
    }

    @Test
    void isKnownAlsoIfTheReleaseIsNot() {
        assertThat(specs.namespace(args("namespace: dev").in("dev"))).isEqualTo("dev");
        ClusterArgs unknown = args("namespace: dev", "v9");

        assertThat(specs.namespace(unknown)).isEqualTo("dev");
        assertThatThrownBy(() -> specs.check(unknown)).isInstanceOf(KubefateException.class);
    }

    @Test
    void aPluginThatIsExchangedAfterThePermissionWasCheckedDoesNotMoveTheCluster() {
        schema = "{}";
        ClusterArgs args = args("nameSpace: prod").in("dev");
        String permitted = specs.namespace(args);
        schema = FORMER_NAME;

        assertThat(permitted).isEqualTo("dev");
        assertInvalid(() -> specs.check(args.in(permitted)), "namespace of the request is dev, but prod");
    }

    private static ClusterArgs args(String line) {
        return args(line, "v1");
    }

    private static ClusterArgs args(String line, String version) {
        String file =
                "name: one\nchartName: test\nchartVersion: " + version + "\nmodules: [python]\nregistry: r\n" + line;
        return ClusterArgs.builder().data(DemoPlugin.encoded(file)).build();
    }

    private static void assertInvalid(Runnable request, String message) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        KubefateException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .hasMessageContaining(message);
    }

    private final class OneRelease implements Releases {

        @Override
        public List<ReleaseKey> keys() {
            return List.of(KEY);
        }

        @Override
        public ServedRelease select(ClusterSpec spec) {
            if (!spec.chartVersion().equals(KEY.chartVersion())) {
                throw new KubefateException(ErrorCode.UNKNOWN_RELEASE, "no plugin serves it");
            }
            return find(KEY);
        }

        @Override
        public ServedRelease find(ReleaseKey key) {
            TemplateRenderer templates = new TemplateRenderer(name -> Optional.of(OneModule.TEMPLATE));
            return new ServedRelease(
                    KEY,
                    new ReleaseRenderer(new OneModule(), "test@1", templates),
                    new SpecValidator(schema),
                    () -> {});
        }
    }
}
