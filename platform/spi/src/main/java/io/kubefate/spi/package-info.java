/** The API for plugins of FATE releases. A plugin sees no other types of the platform. */
package io.kubefate.spi;
