package io.kubefate.server.http;

import java.security.Principal;

/**
 * Who asks.
 *
 * @param name the account's name
 */
record User(String name) implements Principal {

    @Override
    public String getName() {
        return name;
    }
}
