package io.kubefate.server.service.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.manifest.InvalidManifestException;
import io.kubefate.planning.manifest.ManifestReader;
import org.junit.jupiter.api.Test;

class RecentTextsTest {

    private static final String TEXT = "kind: Service\n---\nkind: ConfigMap\n";

    private final RecentTexts texts = new RecentTexts();

    @Test
    void returnsTheObjectsOfAText() {
        assertThat(texts.read("a.yaml.ftl", TEXT)).isEqualTo(new ManifestReader().read("a.yaml.ftl", TEXT));
    }

    @Test
    void parsesATextOnce() {
        assertThat(texts.read("b.yaml.ftl", new String(TEXT))).isSameAs(texts.read("a.yaml.ftl", TEXT));
    }

    @Test
    void parsesAChangedText() {
        texts.read("a.yaml.ftl", TEXT);

        assertThat(texts.read("a.yaml.ftl", "kind: Secret\n"))
                .singleElement()
                .satisfies(object -> assertThat(object.kind()).isEqualTo("Secret"));
    }

    @Test
    void namesTheTemplateThatRendersAnInvalidTextAgain() {
        assertThatThrownBy(() -> texts.read("a.yaml.ftl", "- x")).isInstanceOf(InvalidManifestException.class);

        assertThatThrownBy(() -> texts.read("b.yaml.ftl", "- x")).hasMessageContaining("b.yaml.ftl");
    }
}
