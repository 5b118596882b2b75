/** The {@code kubefate} command line: how its commands are put together and how their failures are told. */
package io.kubefate.cli;
