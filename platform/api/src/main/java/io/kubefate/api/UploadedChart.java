package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The reply to an upload, under the name that existing clients know.
 *
 * @param helmUuid the id of the first release that the plugin serves
 */
public record UploadedChart(@JsonProperty("helmUUID") String helmUuid) {}
