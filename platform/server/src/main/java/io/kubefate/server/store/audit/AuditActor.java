package io.kubefate.server.store.audit;

/**
 * Who sent a request. Unknown parts are empty; texts that are too long are cut off.
 *
 * @param userName the user; for a login, the name that was given
 * @param tokenKind the kind of the token
 * @param tokenId the public id of the token
 * @param address of the client, or its IPv6 network
 * @param userAgent the program
 */
public record AuditActor(String userName, String tokenKind, String tokenId, String address, String userAgent) {

    public AuditActor {
        userName = StoredText.of(userName, 253);
        tokenKind = StoredText.of(tokenKind, 20);
        tokenId = StoredText.of(tokenId, 64);
        address = StoredText.of(address, 64);
        userAgent = StoredText.of(userAgent, 200);
    }
}
