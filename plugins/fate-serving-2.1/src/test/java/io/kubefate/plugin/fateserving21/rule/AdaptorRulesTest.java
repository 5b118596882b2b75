package io.kubefate.plugin.fateserving21.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.plugin.fateserving21.Clusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdaptorRulesTest {

    private static final String HTTP = "singleAdaptor: com.webank.ai.fate.serving.adaptor.dataaccess.HttpAdapter, ";

    @Test
    void featuresComeFromAnotherHost() {
        assertThat(problems(HTTP + "AdapterURL: http://features.example.org/v1/get"))
                .isEmpty();
    }

    @Test
    void withoutAnAddressFeaturesWouldComeFromThePodItself() {
        assertThat(problems(HTTP)).containsExactly("WARNING servingServer.AdapterURL");
        assertThat(problems(HTTP + "AdapterURL: http://127.0.0.1:9380/get"))
                .containsExactly("WARNING servingServer.AdapterURL");
    }

    @Test
    void madeUpFeaturesNeedNoAddress() {
        assertThat(problems("AdapterURL: http://127.0.0.1:9380/get")).isEmpty();
    }

    private static List<String> problems(String server) {
        return Clusters.summary(AdaptorRules.check(Clusters.whole("servingServer: {" + server + "}")));
    }
}
