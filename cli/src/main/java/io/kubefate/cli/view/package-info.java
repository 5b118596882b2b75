/** Records of the API as tables and lines of text. */
package io.kubefate.cli.view;
