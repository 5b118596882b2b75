/** Users, logins and tokens. */
@NullMarked
package io.kubefate.server.http.security;

import org.jspecify.annotations.NullMarked;
