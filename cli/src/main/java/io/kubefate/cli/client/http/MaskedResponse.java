package io.kubefate.cli.client.http;

import io.kubefate.cli.error.ServiceException;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * An answer in which the service was to hide all passwords.
 *
 * @param response as it came
 * @param path what was asked for
 */
public record MaskedResponse(HttpResponse<byte[]> response, String path) {

    private static final String MASKED = "Kubefate-Masked";

    /**
     * Refuses what is no success, and what does not say that passwords are hidden; of that nothing is looked at, not even why it is
     * an error.
     *
     * @param refusals reads errors
     * @throws ServiceException with what the service says, or without if that may have passwords
     */
    public void check(ErrorResponses refusals) {
        boolean masked = response.headers().firstValue(MASKED).isPresent();
        int status = response.statusCode();
        if (status == 404 && !masked) {
            throw new ServiceException(404, "this service has no " + path.replaceFirst("\\?.*", ""), List.of());
        }
        if (status != 200) {
            throw masked
                    ? refusals.of(response, response.body())
                    : new ServiceException(status, "the service answers with status " + status, List.of());
        }
        if (!masked) {
            throw new ServiceException(200, "this service is too old to hide passwords in its answers", List.of());
        }
    }
}
