package io.kubefate.api;

/**
 * The body of a login.
 *
 * @param username the user's name
 * @param password the password in plain text
 */
public record Credentials(String username, String password) {}
