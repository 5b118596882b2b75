package io.kubefate.cli.client.http;

import io.kubefate.cli.error.ServiceException;

/** A response in which the service is asked to mask all passwords. */
record MaskedResponse(HttpAnswer response, String path) {

    private static final String MASKED = "Kubefate-Masked";

    /**
     * Rejects errors and unmasked responses. The content of an unmasked response is not read, not even for its error message.
     *
     * @throws ServiceException with the service's error if the response is masked
     */
    void check(ErrorResponses errorResponses) {
        boolean masked = response.header(MASKED).isPresent();
        int status = response.status();
        if (status == 404 && !masked) {
            throw new ServiceException(404, "this service has no " + path.replaceFirst("\\?.*", ""));
        }
        if (status != 200) {
            throw masked
                    ? errorResponses.of(response)
                    : new ServiceException(status, "the service returned status " + status);
        }
        if (!masked) {
            throw new ServiceException(200, "this service is too old to mask passwords in its responses");
        }
    }
}
