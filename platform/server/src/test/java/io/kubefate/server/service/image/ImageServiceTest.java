package io.kubefate.server.service.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.api.ClusterImage;
import io.kubefate.api.ImagesArgs;
import io.kubefate.api.SpecProblem;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.render.ReleaseRenderer;
import io.kubefate.planning.render.TemplateRenderer;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import io.kubefate.server.registry.DockerRegistry;
import io.kubefate.server.registry.Registries;
import io.kubefate.server.service.spec.OneModule;
import io.kubefate.server.service.spec.Releases;
import io.kubefate.server.service.spec.ServedRelease;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageServiceTest {

    private static final String SECRET_TYPE = "kubernetes.io/dockerconfigjson";

    private final FaultySandbox kubernetes = new FaultySandbox(Duration.ZERO);

    @TempDir
    Path directory;

    private String host = "registry.example:5000";

    @BeforeEach
    void createNamespace() {
        kubernetes.createNamespace("fate");
    }

    @AfterEach
    void closeKubernetes() {
        kubernetes.close();
    }

    @Test
    void listsEveryImageOnceWithAllItsUses() {
        ImageList list = service().list(args("", null));

        assertThat(list.images()).extracting(ClusterImage::image).containsExactly(image(1), image(2));
        assertThat(list.images()).extracting(ClusterImage::registry).containsOnly(host);
        assertThat(list.images()).extracting(ClusterImage::status).containsOnlyNulls();
        assertThat(list.images().get(0).usedBy())
                .containsExactly(
                        new ClusterImage.Use("python", "Deployment/python", "wait", true, "IfNotPresent"),
                        new ClusterImage.Use("python", "Deployment/python", "python", false, "Always"));
    }

    @Test
    void tellsTheWarningsOfTheFile() {
        assertThat(service().list(args("", null)).warnings())
                .containsExactly(new SpecProblem("warning", "", 1, "doubtful"));
    }

    /** By a registry that wants a login. */
    @Nested
    class Check {

        private DockerRegistry registry;

        @BeforeEach
        void startRegistry() throws IOException {
            registry = DockerRegistry.withLogin(directory);
            registry.push("fate/python", "1");
            host = registry.host();
        }

        @AfterEach
        void stopRegistry() {
            if (registry != null) {
                registry.close();
            }
        }

        @Test
        void checksWithTheSecretsThatPodsName() {
            secret("regcred", registry.dockerConfig());

            ImageList list = service().check(args("regcred", null));

            assertThat(list.images()).extracting(ClusterImage::status).containsExactly("present", "missing");
            assertThat(list.images())
                    .extracting(ClusterImage::reason)
                    .containsExactly(null, registry.host() + " has no fate/python 2");
            assertThat(list.warnings()).extracting(SpecProblem::message).containsExactly("doubtful");
        }

        @Test
        void checksWithThoseOfTheAccountOfPodsThatNameNone() {
            secret("regcred", registry.dockerConfig());
            apply("ServiceAccount", "default", Map.of("imagePullSecrets", List.of(Map.of("name", "regcred"))));

            assertThat(service().check(args("", null)).images())
                    .extracting(ClusterImage::status)
                    .containsExactly("present", "missing");
        }

        @Test
        void checksWithALoginOfTheRequest() {
            assertThat(service().check(args("", registry.dockerConfig())).images())
                    .extracting(ClusterImage::status)
                    .containsExactly("present", "missing");
            assertThatThrownBy(() -> service().check(args("", "secret-text")))
                    .isInstanceOf(KubefateException.class)
                    .hasMessageContaining("docker_config")
                    .hasMessageNotContaining("secret-text")
                    .hasNoCause();
        }

        @Test
        void tellsASecretThatIsNotThereAndGoesOnWithout() {
            ImageList list = service().check(args("absent", null));

            assertThat(list.images()).extracting(ClusterImage::status).containsOnly("denied");
            assertThat(list.warnings())
                    .contains(new SpecProblem(
                            "warning",
                            "imagePullSecrets",
                            0,
                            "secret absent not found in namespace fate; the registries are queried without it"));
        }

        @Test
        void tellsASecretThatHoldsNoLoginsWithoutWhatItHolds() {
            secret("regcred", "secret-text");

            assertThat(service().check(args("regcred", null)).warnings())
                    .extracting(SpecProblem::message)
                    .anyMatch(text -> text.startsWith("secret regcred in namespace fate has no Docker configuration"))
                    .noneMatch(text -> text.contains("secret-text"));
        }

        @Test
        void takesNoSecretThatTheKubeletWouldNotTake() {
            Map<String, Object> data = Map.of(".dockerconfigjson", base64(registry.dockerConfig()));
            apply("Secret", "regcred", Map.of("type", "Opaque", "data", data));

            ImageList list = service().check(args("regcred", null));

            assertThat(list.images()).extracting(ClusterImage::status).containsOnly("denied");
            assertThat(list.warnings())
                    .extracting(SpecProblem::message)
                    .anyMatch(text -> text.contains("the wrong type"));
        }

        @Test
        void tellsThatSecretsCannotBeRead() {
            kubernetes.unavailable(true);

            assertThat(service().check(args("regcred", null)).warnings())
                    .extracting(SpecProblem::message)
                    .anyMatch(text -> text.startsWith("the registries are queried without Secret regcred"));
        }

        @Test
        void noAnswerHoldsAPassword() {
            secret(
                    "regcred",
                    registry.dockerConfig()
                            .replace("\"auth\"", "\"username\":\"x\",\"password\":\"pw-in-clear\",\"a\""));

            assertThat(service().check(args("regcred", null)).toString())
                    .contains("it rejects the credentials of secret regcred")
                    .doesNotContain("pw-in-clear");
        }
    }

    private ImageService service() {
        SpecIntake specs = new SpecIntake(new Releases() {
            @Override
            public List<ReleaseKey> keys() {
                return List.of();
            }

            @Override
            public ServedRelease select(ClusterSpec spec) {
                return release();
            }

            @Override
            public ServedRelease find(ReleaseKey key) {
                return release();
            }
        });
        return new ImageService(
                specs,
                checked -> List.of(),
                kubernetes,
                new Registries(Set.of(host), Set.of(), Registries.Limits.usual()));
    }

    private String image(int tag) {
        return host + "/fate/python:" + tag;
    }

    private void secret(String name, String text) {
        apply("Secret", name, Map.of("type", SECRET_TYPE, "data", Map.of(".dockerconfigjson", base64(text))));
    }

    private void apply(String kind, String name, Map<String, Object> fields) {
        Map<String, Object> metadata = Map.of("name", name, "namespace", "fate");
        Map<String, Object> content = new HashMap<>(Map.of("apiVersion", "v1", "kind", kind, "metadata", metadata));
        content.putAll(fields);
        kubernetes.apply(new Manifest(content));
    }

    private ImagesArgs args(String secret, String dockerConfig) {
        String yaml = """
            name: fate
            namespace: fate
            chartName: test
            chartVersion: v1
            modules: [python]
            registry: %s
            secret: "%s"
            """.formatted(host, secret);
        return new ImagesArgs(
                "fate", "fate", "test", "v1", base64(yaml), dockerConfig == null ? null : base64(dockerConfig));
    }

    private static ServedRelease release() {
        OneModule distribution = new OneModule();
        TemplateRenderer renderer = new TemplateRenderer(name -> Optional.of(OneModule.TEMPLATE));
        return new ServedRelease(
                new ReleaseKey("test", "v1", ""),
                new ReleaseRenderer(distribution, "test@1", renderer),
                new SpecValidator(distribution.schema()),
                () -> {});
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
