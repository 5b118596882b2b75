/** What the author of a FATE release plugin sees of the platform: these types and nothing else. */
package io.kubefate.spi;
