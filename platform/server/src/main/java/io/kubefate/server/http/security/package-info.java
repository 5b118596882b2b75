/** Users, logins and tokens. */
package io.kubefate.server.http.security;
