package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A restart of a module.
 *
 * @param module the module
 * @param workloads its workloads, for example {@code Deployment/python}
 * @param dataLost the data that are lost because no claim keeps them; each entry is a sentence
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModuleRestart(
        String module,
        List<String> workloads,
        @JsonProperty("data_lost") List<String> dataLost) {}
